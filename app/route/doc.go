// Package route names places in the window, without drawing them.
//
// A Route is a value: an area, perhaps a thing in it, perhaps a view of that
// thing. A Trail remembers where somebody came from, so that Alt+Left leads
// back. Models speak of routes, the shell opens them.
//
// Promises: a Trail never holds more than MostSteps, and going where one
// already is is no step.
//
// Example:
//
//	trail.Go(route.Route{Area: "members", ID: wren, Tab: "contact"})
//	before, ok := trail.Back()
package route
