// Package zone is a field for a time zone: it is typed by its name, or found
// by what people call it ("Eastern", "Chicago").
//
// A zone is an IANA name ("America/Chicago"); every one of that database can
// be typed, and the likeliest are offered while somebody types. Where one
// alone fits, Enter and leaving the field take it.
//
// Promises:
//   - what is offered is always a zone that there is;
//   - the field never refuses while somebody types; whoever saves asks
//     board.ZoneKnown.
//
// Example:
//
//	field := zone.NewField(env, "Your time zone", "America/Chicago", changed)
package zone
