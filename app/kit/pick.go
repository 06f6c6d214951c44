package kit

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Pick asks for a file or a folder. It is our own and not Fyne's, because
// Fyne's writes the last folder into a file of settings, in the clear.
type Pick struct {
	Title string
	Say   string
	// Confirm names what will be done with it ("Open", "Save here").
	Confirm string
	// From is the folder to begin in.
	From string
	// Endings are those of the files that can be chosen (".csv"), lower case;
	// none means every file. Without Files only folders can be.
	Endings []string
	Files   bool
	// Save asks for the name of a new file, this one at first.
	Save string
	// Picked is given the whole path. It says what is wrong with it, or "".
	Picked func(path string) string
}

// picker is a Pick that is open.
type picker struct {
	env    *Env
	pick   Pick
	dir    string
	open   *OpenDialog
	folder *Field
	path   *Entry
	name   *Field
	named  *Entry
	list   *List[folderName]
	places *Slot // where else to look
	none   *Text // said in place of an empty list
}

// AskPath opens a Pick.
func AskPath(env *Env, p Pick) *OpenDialog {
	k := &picker{env: env, pick: p, places: NewSlot(nil), none: NewText(Body, "").In(Muted)}
	k.path = NewEntry(env)
	k.path.OnSubmitted = func(string) { k.typed() }
	k.list = NewList(newFolderLine, k.chose)
	k.folder = NewField(env.Say("Folder"), Spread(Near, k.path.Named(env.Say("Folder")), Secondary(env.Say("Folder above"), k.up)))
	parts := []fyne.CanvasObject{
		k.folder,
		k.places,
		Sheet(&fyne.Container{Layout: tallLayout{}, Objects: []fyne.CanvasObject{k.list, Pad(Around(Gap), k.none)}}),
	}
	first := fyne.Focusable(k.list)
	if p.Files || p.Save != "" {
		k.named = NewEntry(env).With(p.Save)
		k.name = NewField(env.Say("File"), k.named)
		parts = append(parts, k.name)
		first = k.named
	}
	k.open = Ask(env, Dialog{Title: p.Title, Say: p.Say, Body: Stack(12, parts...), Confirm: p.Confirm,
		OnConfirm: k.confirm, Wide: true, First: first})
	k.enter(p.From)
	return k.open
}

// enter shows a folder, or says why it can't be.
func (k *picker) enter(dir string) {
	endings := k.pick.Endings
	names, err := readFolder(dir, endings)
	if err != nil {
		k.folder.SetMistake(k.env.Say("This folder can't be opened. Choose another one."))
		k.open.Relayout()
		return
	}
	if !k.pick.Files && k.pick.Save == "" {
		names = foldersOf(names)
	}
	k.dir = dir
	k.folder.SetMistake("")
	k.path.With(dir)
	k.list.SetRows(names)
	k.none.SetText("")
	if len(names) == 0 {
		k.none.SetText(k.nothing())
	}
	k.showPlaces()
	k.open.Relayout()
}

// nothing says why the list is empty.
func (k *picker) nothing() string {
	switch {
	case k.pick.Save != "":
		return k.env.Say("Nothing of this kind lies here yet. It can be saved here.")
	case !k.pick.Files:
		return k.env.Say("There is no folder in this one. It can be chosen itself.")
	default:
		return k.env.Say("There is nothing here that can be chosen. Look in another folder.")
	}
}

// showPlaces offers one's own folder and what is plugged in just now.
func (k *picker) showPlaces() {
	var links []fyne.CanvasObject
	if k.env.Home != "" {
		links = append(links, Link(k.env.Say("Your own folder"), func() { k.enter(k.env.Home) }))
	}
	if k.env.Sticks != nil {
		for _, folder := range k.env.Sticks() {
			name := filepath.Base(folder)
			if name == string(filepath.Separator) { // a drive that has but a letter
				name = folder
			}
			links = append(links, Link(k.env.Say("Drive {name}", "name", name), func() { k.enter(folder) }))
		}
	}
	focused := k.env.Canvas.Focused()
	k.places.Set(nil)
	if len(links) > 0 {
		k.places.Set(Row(Gap, links...))
	}
	if b, ok := focused.(*Button); ok && b.weight == LinkButton { // what was pressed was made anew
		k.env.Canvas.Focus(k.list)
	}
}

func foldersOf(names []folderName) []folderName {
	for i, n := range names {
		if !n.folder {
			return names[:i]
		}
	}
	return names
}

func (k *picker) up() { k.enter(filepath.Dir(k.dir)) }

// typed goes to the folder that was typed, or to a file in it.
func (k *picker) typed() {
	path := k.path.Text
	if info, err := os.Stat(path); err == nil && !info.IsDir() && k.named != nil {
		k.enter(filepath.Dir(path))
		k.named.With(filepath.Base(path))
		return
	}
	k.enter(path)
}

// chose opens a folder, or takes the name of a file.
func (k *picker) chose(n folderName) {
	if n.folder {
		k.enter(filepath.Join(k.dir, n.name))
		return
	}
	k.named.With(n.name)
}

func (k *picker) confirm() bool {
	if k.path.Text != k.dir {
		k.typed()
		if k.folder.Mistake() != "" {
			return false
		}
	}
	path := k.dir
	if k.named != nil {
		if k.named.Text == "" {
			k.name.SetMistake(k.env.Say("Choose a file from the list, or type its name."))
			return false
		}
		if path = k.named.Text; !filepath.IsAbs(path) {
			path = filepath.Join(k.dir, path)
		}
	}
	wrong := k.pick.Picked(path)
	if k.name != nil {
		k.name.SetMistake(wrong)
	} else {
		k.folder.SetMistake(wrong)
	}
	return wrong == ""
}

// tallLayout keeps a list as high as a handful of names, however many there
// are.
type tallLayout struct{}

func (tallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, size.Width, size.Height)
	}
}
func (tallLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, 230*textScale())
}
func (l tallLayout) heightFor(o []fyne.CanvasObject, _ float32) float32 { return l.MinSize(o).Height }
func (tallLayout) natural([]fyne.CanvasObject) float32                  { return 480 }

// folderLine is a name in the list.
type folderLine struct {
	Part
	mark *Slot
	name *Text
}

func newFolderLine() Line[folderName] {
	l := &folderLine{mark: NewSlot(nil), name: NewText(Body, "").Most(1)}
	l.Become(l, Pad(Inset{Top: 6, Right: 10, Bottom: 6, Left: 10}, Beside(10, l.mark, l.name)))
	return l
}

// Fill shows a name.
func (l *folderLine) Fill(n folderName) {
	icon := theme.IconNote
	if n.folder {
		icon = theme.IconRight
	}
	l.mark.Set(Icon(icon, Muted))
	l.name.SetText(n.name)
}
