### Licences: what this program is made of, and whose that is

settings-licences = Licences
licences-title = The licence of this program
licences-help = Ieum is published under the Apache License 2.0. Work of other people comes with it; each name, its licence and the whole text can be read below.
licences-qt = The window is drawn by Qt and Qt for Python. They are used unchanged under the LGPL, version 3; the text says where their source is and how to put in a Qt of your own.
licences-qt-open = Read about Qt and the LGPL
licences-qt-title = Qt and the LGPL
licences-parts-title = What comes with it
licences-search = Find by name or licence
licences-list = List of what comes with it
licences-count = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
licences-nothing-fits = Nothing fits these words.
licences-folder = Folder of the licence texts: { $folder }
licences-bill = List of parts (CycloneDX): { $file }
licences-inside = inside { $name }
licences-which = Choose a text
licences-text-name = Licence text of { $name }
licences-kind-program = This program
licences-kind-runtime = Python
licences-kind-package = Python package
licences-kind-library = Library
licences-kind-crate = Rust library
licences-kind-qt = Library that draws the window
licences-kind-font = Typeface
licences-kind-pictures = Icons
licences-kind-words = List of words
