package route_test

import (
	"strconv"
	"testing"

	"holdfast/app/route"
)

func TestBackLeadsToWhereOneCameFrom(t *testing.T) {
	var trail route.Trail
	today, members := route.Route{Area: "today"}, route.Route{Area: "members"}
	wren := route.Route{Area: "members", ID: "w"}
	trail.Go(today)
	trail.Go(members)
	trail.Go(wren)
	for _, want := range []route.Route{members, today} {
		if got, ok := trail.Back(); !ok || got != want {
			t.Fatalf("back leads to %v (%v), want %v", got, ok, want)
		}
	}
	if got, ok := trail.Back(); ok || got != today {
		t.Errorf("back from the first place leads to %v (%v)", got, ok)
	}
}

func TestGoingWhereOneIsIsNoStep(t *testing.T) {
	var trail route.Trail
	trail.Go(route.Route{Area: "today"})
	trail.Go(route.Route{Area: "today"})
	if _, ok := trail.Back(); ok {
		t.Error("the same place was a step")
	}
}

func TestAnotherTabIsNoStepWhenReplaced(t *testing.T) {
	var trail route.Trail
	trail.Go(route.Route{Area: "members"})
	trail.Go(route.Route{Area: "members", ID: "w"})
	trail.Replace(route.Route{Area: "members", ID: "w", Tab: "contact"})
	if got, _ := trail.Back(); got != (route.Route{Area: "members"}) {
		t.Errorf("back leads to %v", got)
	}
}

func TestATrailForgetsItsOldestSteps(t *testing.T) {
	var trail route.Trail
	for i := range 3 * route.MostSteps {
		trail.Go(route.Route{Area: strconv.Itoa(i)})
	}
	steps := 1
	for {
		if _, ok := trail.Back(); !ok {
			break
		}
		steps++
	}
	if steps != route.MostSteps {
		t.Errorf("%d steps are kept", steps)
	}
}

func TestAForgottenTrailLeadsNowhere(t *testing.T) {
	var trail route.Trail
	trail.Go(route.Route{Area: "members", ID: "w"})
	trail.Forget()
	if trail.Here() != (route.Route{}) {
		t.Error("it still knows where one was")
	}
}
