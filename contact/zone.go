package contact

import (
	"sync"
	"time"
	_ "time/tzdata" // the zones are the same on every machine, also without a zone database of its own

	"holdfast/record"
)

// Zone finds a time zone by its IANA name. The empty name and "Local" are not
// zones of a person: both fail with record.ErrInvalid, as does a name that
// there is not.
func Zone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, record.ErrInvalid
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, record.ErrInvalid
	}
	return zone, nil
}

// Zones remembers the time zones that were found, for whoever asks about many
// people: to find one means reading a file. A nil *Zones remembers nothing.
// It may be used from several goroutines.
type Zones struct{ found sync.Map }

// Zone is the package's Zone, remembered.
func (z *Zones) Zone(name string) (*time.Location, error) {
	if z == nil {
		return Zone(name)
	}
	if zone, ok := z.found.Load(name); ok {
		return zone.(*time.Location), nil
	}
	zone, err := Zone(name)
	if err == nil {
		z.found.Store(name, zone)
	}
	return zone, err
}

// place is where the person is, as far as time goes.
type place struct {
	// zone is where dates are read: the person's own, else the board's, else
	// UTC.
	zone *time.Location
	// known is true where it is the person's own.
	known bool
	// broken is true where the sheet names a zone that there is not.
	broken bool
}

func placeOf(s Sheet, p Policy) place {
	if zone, err := p.Zones.Zone(s.Zone); err == nil {
		return place{zone: zone, known: true}
	}
	zone, err := p.Zones.Zone(p.Zone)
	if err != nil {
		zone = time.UTC
	}
	return place{zone: zone, broken: s.Zone != ""}
}

// today is the day at the place.
func (p place) today(at time.Time) record.Date { return record.DateOf(at.In(p.zone)) }

// wall is the day of the week and the minute that the wall clock shows.
func (p place) wall(at time.Time) (time.Weekday, Clock) {
	local := at.In(p.zone)
	return local.Weekday(), Clock(local.Hour()*60 + local.Minute())
}

// start is the first instant of a day at the place; the zero time for no day.
func (p place) start(day record.Date) time.Time {
	if day.IsZero() {
		return time.Time{}
	}
	return day.Start(p.zone)
}
