package assessment

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"

	"holdfast/record"
)

// Tally is what is kept of a round once it is closed: how often each answer
// was given, by group. Which answers came from the same person is not in it.
type Tally struct {
	Round record.ID `json:"round"`
	// People is how many answered, Put how many a question was put to, Counts
	// how many gave a value: by group, question and value.
	People map[Side]int                       `json:"people"`
	Put    map[Side]map[string]int            `json:"put"`
	Counts map[Side]map[string]map[string]int `json:"counts"`
	// Means say how far the means of single people lie apart, by group (with
	// Everyone) and axis.
	Means map[Side]map[AxisID]Moments `json:"means"`
	// Comments are people's own words, in no order, apart from all else.
	Comments []Comment `json:"comments,omitempty"`
}

// TallySchema describes tallies as records, each under its round.
func TallySchema() record.Schema[Tally] {
	return record.Schema[Tally]{Collection: "tally", Version: 1, Key: func(t Tally) record.Key { return record.Key(t.Round) }}
}

// Moments are a number of values, their sum, and the sum of their squares.
type Moments struct {
	N       int     `json:"n"`
	Sum     float64 `json:"sum"`
	Squares float64 `json:"squares"`
}

func (m *Moments) add(x float64, times int) {
	m.N += times
	m.Sum += x * float64(times)
	m.Squares += x * x * float64(times)
}

func (m Moments) mean() float64 { return m.Sum / float64(m.N) }

// variance is that of the sample; 0 for fewer than two values.
func (m Moments) variance() float64 {
	if m.N < 2 {
		return 0
	}
	return max(0, (m.Squares-m.Sum*m.mean())/float64(m.N-1))
}

// Comment is what somebody wrote and allowed to be shown.
type Comment struct {
	ID       record.ID `json:"id"`
	Question string    `json:"question"`
	Text     string    `json:"text"`
	// Waiting says that it is shown only once a keyholder has reworded it, so
	// that nobody is known by the way they write.
	Waiting bool `json:"waiting,omitempty"`
}

// Count makes a tally of the responses to a round. Those put aside don't
// count. random is for the comments' IDs, which are their order.
func (in Instrument) Count(round record.ID, responses []Response, random io.Reader) (Tally, error) {
	t := Tally{Round: round, People: map[Side]int{}, Put: map[Side]map[string]int{},
		Counts: map[Side]map[string]map[string]int{}, Means: map[Side]map[AxisID]Moments{}}
	for _, s := range Sides() {
		t.Put[s], t.Counts[s] = map[string]int{}, map[string]map[string]int{}
	}
	c := counting{&t, in.scorer(), map[string][]AxisID{}, random}
	steps := in.steps()
	for _, s := range steps {
		c.axes[s.ID] = s.axes()
	}
	for _, r := range responses {
		if r.Unfinished || t.Put[r.Side] == nil {
			continue
		}
		if err := c.person(steps, r); err != nil {
			return t, err
		}
	}
	slices.SortFunc(t.Comments, func(a, b Comment) int { return cmp.Compare(a.ID, b.ID) })
	return t, nil
}

// counting is a tally under way.
type counting struct {
	*Tally
	scores scorer
	axes   map[string][]AxisID
	random io.Reader
}

// person counts one person's answers.
func (c counting) person(steps []step, r Response) error {
	c.People[r.Side]++
	personal := map[AxisID]Moments{}
	var failed error
	eachAsked(steps, r.Answers, func(q *Question) {
		if !q.Type.Asks() {
			return
		}
		a := r.Answers[q.ID]
		c.Put[r.Side][q.ID]++
		c.count(r.Side, q, a)
		if score, scored := c.scores.scores[q.ID][first(a.Values)]; scored {
			for _, axis := range c.axes[q.ID] {
				m := personal[axis]
				m.add(score, 1)
				personal[axis] = m
			}
		}
		if err := c.hear(q, a, c.random); err != nil {
			failed = err
		}
	})
	c.spread(r.Side, personal)
	c.spread(Everyone, personal)
	return failed
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

func (t *Tally) count(s Side, q *Question, a Answer) {
	if q.Type == Line || q.Type == Prose || q.Type == Day {
		return // people's own words and days are not counted
	}
	for _, value := range a.Values {
		if t.Counts[s][q.ID] == nil {
			t.Counts[s][q.ID] = map[string]int{}
		}
		t.Counts[s][q.ID][value]++
	}
}

// hear keeps what somebody wrote, where they allowed that.
func (t *Tally) hear(q *Question, a Answer, random io.Reader) error {
	texts := []string{a.Note}
	if q.Type == Line || q.Type == Prose {
		texts = append(texts, a.Values...)
	}
	for _, text := range texts {
		if text == "" || a.Share == ShareNot {
			continue
		}
		id, err := record.NewID(random)
		if err != nil {
			return err
		}
		t.Comments = append(t.Comments, Comment{id, q.ID, text, a.Share == ShareReworded})
	}
	return nil
}

func (t *Tally) spread(s Side, personal map[AxisID]Moments) {
	if t.Means[s] == nil {
		t.Means[s] = map[AxisID]Moments{}
	}
	for axis, m := range personal {
		all := t.Means[s][axis]
		all.add(m.mean(), 1)
		t.Means[s][axis] = all
	}
}

// scorer knows what each answer to each scored question counts.
type scorer struct {
	// top is the highest score of the instrument: all questions are brought
	// to a scale from 0 to it.
	top    float64
	scores map[string]map[string]float64
}

func (in Instrument) scorer() scorer {
	s := scorer{scores: map[string]map[string]float64{}}
	highest := map[string]float64{}
	for _, q := range in.Questions() {
		for _, c := range in.ChoicesOf(q.Item) {
			if c.Scored && !q.Repeats {
				if s.scores[q.ID] == nil {
					s.scores[q.ID] = map[string]float64{}
				}
				s.scores[q.ID][c.Code] = c.Score
				highest[q.ID] = max(highest[q.ID], c.Score)
			}
		}
		s.top = max(s.top, highest[q.ID])
	}
	for id, of := range s.scores {
		if highest[id] == 0 {
			delete(s.scores, id)
			continue
		}
		for code := range of {
			of[code] *= s.top / highest[id]
		}
	}
	return s
}

// moments are those of the scores of a question that was answered so often
// with each value.
func (s scorer) moments(question string, counts map[string]int) Moments {
	var m Moments
	for _, value := range slices.Sorted(maps.Keys(counts)) {
		if score, scored := s.scores[question][value]; scored {
			m.add(score, counts[value])
		}
	}
	return m
}

// numbers are the moments of a question that is answered with a number.
func numbers(counts map[string]int) Moments {
	var m Moments
	for value, n := range counts {
		if x, err := strconv.Atoi(value); err == nil {
			m.add(float64(x), n)
		}
	}
	return m
}
