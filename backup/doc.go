// Package backup makes one encrypted, self-describing file of everything in a
// vault, and brings it back.
package backup
