package consent

// Rule names what decided an answer.
type Rule string

// The rules. Agreed stands with a yes alone.
const (
	Agreed            Rule = "agreed"
	NobodyAsked       Rule = "not_asked"
	WaitingForAnswer  Rule = "asked"
	PutOff            Rule = "deferred"
	SaidNo            Rule = "refused"
	TookBack          Rule = "withdrawn"
	EndedByUs         Rule = "ended"
	Expired           Rule = "expired"
	NotYet            Rule = "not_yet"
	OtherUse          Rule = "other_use"
	SayWhere          Rule = "say_where"
	SayWhom           Rule = "say_whom"
	OtherVersion      Rule = "other_version"
	ShowFirst         Rule = "review"
	UsedOnce          Rule = "used_once"
	CameOfAge         Rule = "came_of_age"
	NotFromThem       Rule = "excluded"
	InsideOnly        Rule = "internal_only"
	PermissionMissing Rule = "permission"
	CopyIsNotSafe     Rule = "copy_not_safe"
)
