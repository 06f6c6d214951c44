package consent

import (
	"slices"
	"strings"

	"holdfast/wording"
)

// Channel is where something is used. SocialMedia may be narrowed to one
// network with a dot ("social.mastodon").
type Channel string

// The channels. AI is for training and for transcripts that a service makes;
// like everything else it is covered only where it is named.
const (
	Internal     Channel = "internal"
	Notes        Channel = "notes"
	Minutes      Channel = "minutes"
	MeetingList  Channel = "meeting_list"
	AnnualReport Channel = "annual_report"
	FunderReport Channel = "funder_report"
	Website      Channel = "website"
	SocialMedia  Channel = "social"
	Newsletter   Channel = "newsletter"
	Print        Channel = "print"
	Press        Channel = "press"
	Testimony    Channel = "testimony"
	Training     Channel = "training"
	VideoFilm    Channel = "video"
	Podcast      Channel = "podcast"
	AI           Channel = "ai"
)

// Channels are all channels, in the order of a form.
func Channels() []Channel {
	return []Channel{Internal, Notes, Minutes, MeetingList, AnnualReport, FunderReport, Website, SocialMedia,
		Newsletter, Print, Press, Testimony, Training, VideoFilm, Podcast, AI}
}

// Known says whether c is one of Channels, or a part of SocialMedia.
func (c Channel) Known() bool {
	return slices.Contains(Channels(), c) || part(string(SocialMedia), string(c))
}

// covers says whether what is true of c is true of d.
func (c Channel) covers(d Channel) bool { return c == d || part(string(c), string(d)) }

// Lasting says whether what went out there stays where others can find it.
func (c Channel) Lasting() bool {
	switch c {
	case Internal, Notes, Testimony, Training:
		return false
	}
	return true
}

// Name is the channel in words: "Annual report".
func (c Channel) Name() wording.Text {
	switch c {
	case Internal:
		return wording.T("Board work")
	case Notes:
		return wording.T("Notes only")
	case Minutes:
		return wording.T("Minutes")
	case MeetingList:
		return wording.T("Meeting list")
	case AnnualReport:
		return wording.T("Annual report")
	case FunderReport:
		return wording.T("Report to a funder")
	case Website:
		return wording.T("Website")
	case SocialMedia:
		return wording.T("Social media")
	case Newsletter:
		return wording.T("Newsletter")
	case Print:
		return wording.T("Printed material")
	case Press:
		return wording.T("Press")
	case Testimony:
		return wording.T("Testimony")
	case Training:
		return wording.T("Training")
	case VideoFilm:
		return wording.T("Video")
	case Podcast:
		return wording.T("Podcast")
	case AI:
		return wording.T("AI training or automatic transcripts")
	}
	if network, ok := strings.CutPrefix(string(c), string(SocialMedia)+"."); ok {
		return wording.T("Social media: {network}", "network", network)
	}
	return wording.T("{text}", "text", string(c))
}

func names(channels []Channel) wording.List {
	var list wording.List
	for _, c := range channels {
		list = append(list, c.Name())
	}
	return list
}
