package board

import "testing"

func TestNoTextOfAnInstrumentBecomesAFormulaInACSV(t *testing.T) {
	for text, want := range map[string]string{
		"How safe?": "How safe?", "=1+1": "'=1+1", " =1+1": "' =1+1", "\u00a0@SUM(A1)": "'\u00a0@SUM(A1)",
		"\t=1": "'\t=1", "＝1": "'＝1", "-": "'-", "": "", " ": " ",
	} {
		if got := guarded(text); got != want {
			t.Errorf("%q is written as %q", text, got)
		}
	}
}
