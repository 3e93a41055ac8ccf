"""Read a compiled XForm into a ``Form``.

* What the subset does not know is refused here, when the form comes in, never in an interview.
* Every expression is compiled now; a broken one is named by its node and attribute.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from functools import partial

from intake.errors import FormFaulty
from intake.forms.body import read_page
from intake.forms.code import Code
from intake.forms.compiling import compile_at
from intake.forms.instance import read_root
from intake.forms.items import Item, document_of
from intake.forms.model import Bind, Event, Form, Marks, SetValue, Text
from intake.forms.reading import read_xml
from intake.forms.wording import itext_text, read_itext

_EVENTS: Mapping[str, Event] = {
    "odk-instance-load": "load",
    "odk-instance-first-load": "first-load",
    "xforms-ready": "first-load",
    "odk-new-repeat": "new-repeat",
    "xforms-value-changed": "value-changed",
}
_NO = frozenset({"", "no", "false", "false()", "0"})
_YES = frozenset({"yes", "true", "true()", "1"})
PROMPTS = ("open", "cued", "closed")


def read_form(
    raw: bytes,
    *,
    side: Mapping[str, Item] | None = None,
    title: Mapping[str, str] | None = None,
) -> Form:
    """Compile an XForm.

    Args:
        raw: the XML as pyxform writes it.
        side: secondary instances kept outside the XML, by the name in ``jr://file-csv/<name>``.
        title: the title by language, where the pack knows it.

    Raises:
        Malformed, Oversized: hostile or broken XML.
        FormFaulty: an expression, function, type or reference that is not understood (facts: why, path).
    """
    document = read_xml(raw)
    model, body, main = _parts(document)
    top = f"/{main.tag}"
    itext, language = read_itext(model)
    actions = partial(_actions, _bind_ids(model))
    page, triggers, repeats = read_page(body, top, actions)
    return Form(
        id=main.get("id", main.tag),
        version=main.get("version", main.get("orx:version", "")),
        title=title or {"": (document.findtext("head/title") or "").strip()},
        root=read_root(main, _read_binds(model, top), repeats),
        page=page,
        languages=tuple(itext),
        language=language,
        itext=itext,
        instances=_secondary(model, side or {}),
        actions=tuple(one for element in model for one in actions(element, top)),
        triggers=triggers,
    )


def _parts(document: ET.Element) -> tuple[ET.Element, ET.Element, ET.Element]:
    """The model, the body, and the root of the primary instance."""
    model, body = document.find("head/model"), document.find("body")
    if model is None or body is None:
        raise FormFaulty(why="no-model")
    instance = model.find("instance")
    if instance is None or len(instance) != 1:
        raise FormFaulty(why="no-instance")
    return model, body, instance[0]


def _bind_ids(model: ET.Element) -> dict[str, str]:
    """The paths of binds that an action names by id."""
    binds = (bind for bind in model.iter("bind") if bind.get("id"))
    return {bind.get("id", ""): bind.get("nodeset", "") for bind in binds}


def _secondary(model: ET.Element, side: Mapping[str, Item]) -> dict[str, object]:
    found: dict[str, object] = {}
    for instance in model.findall("instance")[1:]:
        name, source = instance.get("id", ""), instance.get("src", "")
        if source:
            key = source.rpartition("/")[2]
            if key not in side:
                raise FormFaulty(why="side-file", name=key)
            found[name] = side[key]
        elif len(instance):
            found[name] = document_of(instance[0])
    return found


def _read_binds(model: ET.Element, root: str) -> dict[str, Bind]:
    found: dict[str, Bind] = {}
    for element in model.iter("bind"):
        path = element.get("nodeset", element.get("ref", "")).strip()
        if not path.startswith("/"):
            path = f"{root}/{path}"
        found[path] = _read_bind(element, path)
    return found


def _read_bind(element: ET.Element, path: str) -> Bind:
    get = _compiler(element, path)
    preload = element.get("jr:preload")
    return Bind(
        type=_type(element.get("type", "string"), path),
        calculate=get("calculate"),
        relevant=get("relevant"),
        readonly=get("readonly"),
        required=get("required"),
        constraint=get("constraint"),
        constraint_message=_message(element, "jr:constraintMsg", path),
        preload=(preload, element.get("jr:preloadParams", "")) if preload else None,
        save_to=element.get("entities:saveto", ""),
        marks=_marks(element),
    )


def _compiler(element: ET.Element, path: str) -> Callable[[str], Code | None]:
    def get(name: str) -> Code | None:
        source = element.get(name, "").strip()
        return compile_at(source, path, name) if source else None

    return get


def _message(element: ET.Element, name: str, path: str) -> Text | None:
    source = element.get(name, "").strip()
    if not source:
        return None
    return (
        itext_text(compile_at(source, path, name))
        if source.startswith("jr:itext(")
        else Text((source,))
    )


def _type(written: str, path: str) -> str:
    kind = written.rpartition(":")[2]
    if kind not in TYPES:
        raise FormFaulty(why="type", type=kind, path=path)
    return kind


TYPES = frozenset(
    {
        "string", "int", "decimal", "date", "time", "dateTime", "boolean", "rank", "select1", "select", "integer", "double",
        "float", "long", "barcode", "binary", "geopoint", "geotrace", "geoshape", "intent", "text", "list", "unknown",
    }
)  # fmt: skip


def _marks(element: ET.Element) -> Marks:
    save_to = element.get("ieum:save_to", "").strip()
    known = element.get("ieum:known", "").strip()
    return Marks(
        known=(save_to if known in _YES else "") if known in _YES | _NO else known,
        declined=element.get("ieum:declined", "yes").strip() not in _NO,
        sentencing=tuple(element.get("ieum:sentencing", "").replace(",", " ").split()),
        tag=_tag(element),
        save_to=save_to,
    )


def _tag(element: ET.Element) -> str:
    """``ieum:prompt="open"`` and ``ieum:open="yes"`` say the same."""
    short = next(
        (one for one in PROMPTS if element.get(f"ieum:{one}", "no").strip() not in _NO),
        "",
    )
    return (element.get("ieum:prompt") or element.get("ieum:tag") or short).strip()


def _actions(
    ids: Mapping[str, str], element: ET.Element, context: str
) -> tuple[SetValue, ...]:
    if element.tag.rpartition(":")[2] != "setvalue":
        return ()
    names = element.get("event", element.get("ev:event", "")).split()
    unknown = [name for name in names if name not in _EVENTS]
    if unknown or not names:
        raise FormFaulty(why="event", event=" ".join(unknown))
    target = (element.get("ref") or ids.get(element.get("bind", ""), "")).strip()
    if not target:
        raise FormFaulty(why="no-target", path=context)
    value = element.get("value", "").strip()
    return (
        SetValue(
            events=frozenset(_EVENTS[name] for name in names),
            target=target,
            value=compile_at(value, target, "setvalue") if value else None,
            text="" if value else "".join(element.itertext()).strip(),
            target_code=compile_at(target, target, "setvalue")
            if "[" in target or not target.startswith("/")
            else None,
        ),
    )
