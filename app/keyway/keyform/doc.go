// Package keyform draws the form that asks for a key; package keyway knows what
// it asks.
//
// A Form shows the fields of a keyway.Way, lets files be chosen, and puts what
// is wrong below the field that it is about. Secrets are taken out of their
// fields when they are used.
//
// Example:
//
//	form := keyform.New(env, keyway.ByPaper, keyway.Chosen{})
//	if makeKey := form.Take(); makeKey != nil {
//		kit.Start(env.Runner, …makeKey…)
//	}
package keyform
