"""What Qt says itself, in the language of the window: the menu of a line, a dialog for files.

Qt's Korean comes with Qt (``qtbase_ko``); what it does not say stands in ``resources/qt``.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from intake.text import resource


class _Now:
    language = ""
    translators: tuple[QTranslator, ...] = ()


def speak(language: str) -> None:
    """Let Qt speak a language from now on."""
    app = QCoreApplication.instance()
    if app is None or language == _Now.language:
        return
    for one in _Now.translators:
        app.removeTranslator(one)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = (f"{qt}/qtbase_{language}.qm", str(resource("qt", f"{language}.qm")))
    made = ((QTranslator(app), file) for file in files)
    _Now.translators = tuple(one for one, file in made if one.load(file))
    for one in _Now.translators:
        app.installTranslator(one)
    _Now.language = language
