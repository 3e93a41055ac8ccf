"""Forms for tests, written as short as they can be."""

import itertools
import re
import uuid

from intake.forms.model import Form
from intake.forms.session import FormSession
from intake.forms.xform import read_form

NOW = 1_790_000_000_000  # 2026-09-21
_NAMESPACES = (
    'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" '
    'xmlns:entities="http://www.opendatakit.org/xforms/entities" xmlns:ieum="urn:ieum:form:1"'
)


def xform(
    instance: str,
    model: str = "",
    body: str = "",
    *,
    form: str = "t",
    version: str = "1",
) -> bytes:
    """An XForm around an instance, its binds and its body."""
    return (
        f"<h:html {_NAMESPACES}><h:head><h:title>시험</h:title><model>"
        f'<instance><data id="{form}" version="{version}">{instance}</data></instance>{model}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    ).encode()


def bind(path: str, **attributes: str) -> str:
    """One bind; an underscore before a name stands for the house's own prefix."""
    told = " ".join(
        f'{_attribute(name)}="{_escaped(value)}"' for name, value in attributes.items()
    )
    return f'<bind nodeset="/data/{path}" {told}/>'


def _attribute(name: str) -> str:
    name = name.rstrip("_")
    return f"ieum:{name[1:]}" if name.startswith("_") else name.replace("jr_", "jr:")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def ask(*paths: str) -> str:
    """Inputs whose labels are their own names."""
    return "".join(
        f'<input ref="/data/{path}"><label>{path}</label></input>' for path in paths
    )


def repeat(path: str, *questions: str, more: str = "", attributes: str = "") -> str:
    """A group with a repeat in it, as pyxform writes it."""
    inner = ask(*(f"{path}/{question}" for question in questions))
    return (
        f'<group ref="/data/{path}"><label>{path}</label>'
        f'<repeat nodeset="/data/{path}" {attributes}>{inner}{more}</repeat></group>'
    )


def choose(path: str, *codes: str, many: bool = False) -> str:
    """A question with choices whose labels are their codes in capitals."""
    tag = "select" if many else "select1"
    items = "".join(
        f"<item><label>{code.upper()}</label><value>{code}</value></item>"
        for code in codes
    )
    return f'<{tag} ref="/data/{path}"><label>{path}</label>{items}</{tag}>'


def a_form(instance: str, model: str = "", body: str = "", **told: str) -> Form:
    return read_form(xform(instance, model, body, **told))


def opened(
    instance: str, model: str = "", body: str = "", language: str = "ko"
) -> FormSession:
    return FormSession(a_form(instance, model, body), language, wall=lambda: NOW)


def view_of(session: FormSession, path: str):
    """The view at an address, which must be on the page."""
    return next(view for view in session.snapshot() if view.path == path)


def relabelled(text: str) -> str:
    """Text with every id replaced by the number in which it appears."""
    numbers = itertools.count(1)
    seen: dict[str, str] = {}
    pattern = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    return pattern.sub(
        lambda match: seen.setdefault(match[0], f"#{next(numbers)}"), text
    )


def an_id(number: int) -> str:
    return str(uuid.UUID(int=number, version=4))
