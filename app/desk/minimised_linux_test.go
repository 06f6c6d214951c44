package desk_test

import (
	"testing"

	"holdfast/app/desk"
)

func TestAWindowThatNobodyKnowsIsNotMinimised(t *testing.T) {
	if put, err := desk.Minimised(0); put || err == nil {
		t.Errorf("minimised %v, %v", put, err)
	}
}

func TestWithoutADisplayNothingCountsAsMinimised(t *testing.T) {
	t.Setenv("DISPLAY", ":987")
	if put, err := desk.Minimised(1); put || err == nil {
		t.Errorf("minimised %v, %v", put, err)
	}
}
