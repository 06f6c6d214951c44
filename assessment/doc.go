// Package assessment holds what a board asks itself, and what it answered:
// instruments, responses, rounds, results, checklists, and plans made of them.
//
// An Instrument is questions with their words in each language, read from a
// strict subset of the FHIR R5 Questionnaire (see doc/instruments.md). A
// Response is one person's answers to one version of it. A Round asks people
// to answer, named or anonymously; a Result is what the round may show. A
// checklist is an instrument of another kind: nobody's answers but the
// board's own, item by item, with evidence and days (Check).
//
// Promises:
//   - what the reader does not know, it names and refuses;
//   - a released instrument never changes: other words are another version, a
//     response says which words were seen, and only equal questions are
//     compared;
//   - an anonymous response holds no name, no order and no time;
//   - a Result shows no figure about fewer than five people, and none from
//     which one could be worked out by subtraction;
//   - there is no overall grade.
//
// Example:
//
//	in, err := assessment.ReadInstrument(file)
//	answers := assessment.Answers{"safety-1": {Values: []string{"3"}}}
//	for _, q := range in.Asked(answers) {
//		fmt.Println(q.Text.In(wording.InSpanish))
//	}
package assessment
