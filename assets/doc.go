// Package assets holds what ships inside the program and is not code:
// translations, fonts, icons, rules, instruments and the guide.
//
// It only hands out bytes; what they mean is known by the packages that read
// them. Spanish sentences lie in translations/es, one file for each part of
// the program, each a JSON object from an English sentence to its translation.
package assets
