package member

import "holdfast/wording"

// Languages are languages to choose from, by their BCP 47 codes (sign
// languages by ISO 639-3). Any other is written as free text.
func Languages() []Suggestion {
	return []Suggestion{
		{"en", wording.T("English"), []string{"inglés"}},
		{"es", wording.T("Spanish"), []string{"español", "castellano"}},
		{"am", wording.T("Amharic"), []string{"amárico"}},
		{"ar", wording.T("Arabic"), []string{"árabe"}},
		{"ase", wording.T("American Sign Language"), []string{"ASL", "lengua de señas americana", "lengua de señas estadounidense"}},
		{"bn", wording.T("Bengali"), []string{"bangla", "bengalí"}},
		{"bg", wording.T("Bulgarian"), []string{"búlgaro"}},
		{"my", wording.T("Burmese"), []string{"birmano"}},
		{"yue", wording.T("Cantonese"), []string{"cantonés"}},
		{"fr", wording.T("French"), []string{"francés", "français"}},
		{"de", wording.T("German"), []string{"alemán", "Deutsch"}},
		{"ht", wording.T("Haitian Creole"), []string{"creole", "kreyòl", "criollo haitiano"}},
		{"ha", wording.T("Hausa"), nil},
		{"hi", wording.T("Hindi"), nil},
		{"hu", wording.T("Hungarian"), []string{"húngaro"}},
		{"ig", wording.T("Igbo"), nil},
		{"id", wording.T("Indonesian"), []string{"indonesio"}},
		{"ja", wording.T("Japanese"), []string{"japonés"}},
		{"quc", wording.T("K’iche’"), []string{"quiché"}},
		{"km", wording.T("Khmer"), []string{"jemer", "cambodian", "camboyano"}},
		{"ko", wording.T("Korean"), []string{"coreano"}},
		{"mam", wording.T("Mam"), nil},
		{"zh", wording.T("Mandarin Chinese"), []string{"mandarin", "chinese", "chino", "mandarín", "chino mandarín"}},
		{"mfs", wording.T("Mexican Sign Language"), []string{"LSM", "lengua de señas mexicana"}},
		{"nah", wording.T("Nahuatl"), []string{"náhuatl"}},
		{"ne", wording.T("Nepali"), []string{"nepalí"}},
		{"fa", wording.T("Persian"), []string{"farsi", "dari", "persa"}},
		{"pl", wording.T("Polish"), []string{"polaco"}},
		{"pt", wording.T("Portuguese"), []string{"portugués", "português"}},
		{"pa", wording.T("Punjabi"), []string{"panyabí"}},
		{"qu", wording.T("Quechua"), nil},
		{"ro", wording.T("Romanian"), []string{"rumano"}},
		{"ru", wording.T("Russian"), []string{"ruso"}},
		{"so", wording.T("Somali"), []string{"somalí"}},
		{"sw", wording.T("Swahili"), []string{"suajili", "kiswahili"}},
		{"tl", wording.T("Tagalog"), []string{"filipino", "tagalo"}},
		{"th", wording.T("Thai"), []string{"tailandés"}},
		{"ti", wording.T("Tigrinya"), []string{"tigriña"}},
		{"uk", wording.T("Ukrainian"), []string{"ucraniano"}},
		{"ur", wording.T("Urdu"), nil},
		{"vi", wording.T("Vietnamese"), []string{"vietnamita"}},
		{"yo", wording.T("Yoruba"), nil},
	}
}
