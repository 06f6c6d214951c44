package contact

// Mask is a number or address as a screen shows it until somebody asks for
// more: "••• •• 41", "w•••@•••", "•••".
func Mask(kind Kind, value string) string { return "•••" }
