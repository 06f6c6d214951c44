package board

import (
	"bytes"
	"encoding/csv"
	"strings"

	"holdfast/consent"
	"holdfast/record"
	"holdfast/wording"
)

// Audit is what was allowed on a day and by which rule, as it was known at the
// end of that day, for everybody; nobody is named. It fails with a Problem for
// a day that has not come yet.
func (c Consents) Audit(day record.Date) ([]consent.Audited, error) {
	r, err := c.b.roll()
	if err != nil {
		return nil, err
	}
	if day.IsZero() || day.After(record.DateOf(c.b.in(r.settings))) {
		return nil, wording.Refuse("day", "Choose a day that has been.")
	}
	var rows []consent.Audited
	for _, id := range r.order() {
		zone := r.zoneOf(id)
		written := func(e consent.Event) record.Date { return record.DateOf(e.At.In(zone)) }
		rows = append(rows, r.file(id).Audit(day, id.Short(), written)...)
	}
	return rows, nil
}

// AuditCSV is an audit as a table for a spreadsheet. People are codes in it,
// recipients and items are left out, because either can name somebody.
func AuditCSV(rows []consent.Audited) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	err := w.Write([]string{"code", "purpose", "channels", "state", "until", "answer", "rule", "said_on", "event", "changed_later"})
	for _, r := range rows {
		var where []string
		for _, c := range r.Channels {
			where = append(where, string(c))
		}
		later := ""
		if r.Later {
			later = "yes"
		}
		if err == nil {
			err = w.Write([]string{r.Code, string(r.Purpose), strings.Join(where, " "), string(r.State), r.Until.String(),
				string(r.Verdict), string(r.Rule), r.Event.On.String(), r.Event.ID.Short(), later})
		}
	}
	w.Flush()
	if err == nil {
		err = w.Error()
	}
	return out.Bytes(), err
}
