package desktop

import (
	"holdfast/app/guide"
	"holdfast/app/kit"
	"holdfast/app/route"
)

// openGuide opens the guide at the page about a place. Whoever makes a board
// is at the first day, whoever stands before the lock may be locked out.
func (d *Desktop) openGuide(env *kit.Env, at route.Route) {
	page := guide.PageFor(at)
	if d.making {
		page = guide.FirstDay
	}
	guide.Open(env, page)
}
