"""A keystroke in a form with 200 rows: kept memos against working everything out anew.

Peer: the same engine in its naive mode, where every memo is forgotten after each keystroke and the
whole page is worked out again. Run: ``.venv/bin/python -m tests.bench.bench_forms``.
"""

import statistics
import time
from collections.abc import Callable

from intake.forms.reactive import Memo
from intake.forms.session import FormSession
from intake.forms.tree import Leaf, Node, Range
from intake.forms.walking import leaves_in, ranges_in
from intake.forms.xform import read_form

ROWS = 200
XFORM = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:x="http://www.w3.org/2002/xforms"
 xmlns:jr="http://openrosa.org/javarosa"><head><title>b</title><x:model><x:instance>
<data xmlns="http://www.w3.org/2002/xforms" id="bench" version="1"><who/><age/><minor/><total/><seen/><prov/><city/>
<links jr:template=""><url/><site/><count/><double/><note/><stay/></links></data></x:instance>
<x:instance id="cities"><root xmlns="http://www.w3.org/2002/xforms">{cities}</root></x:instance>
<x:bind nodeset="/data/age" type="int" constraint=". &lt; 120"/>
<x:bind nodeset="/data/minor" calculate="if(/data/age &lt; 19, 'yes', 'no')"/>
<x:bind nodeset="/data/total" type="int" calculate="sum(/data/links/double)"/>
<x:bind nodeset="/data/seen" type="int" calculate="count-non-empty(/data/links/url)"/>
<x:bind nodeset="/data/links/count" type="int" constraint=". &gt;= 0"/>
<x:bind nodeset="/data/links/double" type="int" calculate="coalesce(../count, 0) * 2"/>
<x:bind nodeset="/data/links/note" relevant="../count &gt; 10"/>
<x:bind nodeset="/data/links/stay" relevant="/data/minor = 'yes'" required="../url != ''"/>
</x:model></head><body>
<x:input ref="/data/who"><x:label>Who</x:label></x:input>
<x:input ref="/data/age"><x:label>Age of <x:output value="/data/who"/></x:label></x:input>
<x:select1 ref="/data/prov"><x:label>P</x:label><x:item><x:label>1</x:label><x:value>p1</x:value></x:item>
<x:item><x:label>2</x:label><x:value>p2</x:value></x:item></x:select1>
<x:select1 ref="/data/city"><x:label>C</x:label><x:itemset nodeset="instance('cities')/root/item[prov=/data/prov]">
<x:value ref="name"/><x:label ref="label"/></x:itemset></x:select1>
<x:group ref="/data/links"><x:label>Links</x:label><x:repeat nodeset="/data/links">
<x:input ref="/data/links/url"><x:label>URL</x:label></x:input>
<x:input ref="/data/links/site"><x:label>Site</x:label></x:input>
<x:input ref="/data/links/count"><x:label>Count at <x:output value="../url"/></x:label></x:input>
<x:input ref="/data/links/note"><x:label>Note</x:label></x:input>
<x:input ref="/data/links/stay"><x:label>Stay</x:label></x:input></x:repeat></x:group>
<x:input ref="/data/total"><x:label>Total</x:label></x:input></body></html>"""


def main() -> None:
    """Print medians and ratios."""
    session, rows = filled(ROWS)
    token = session.changes_since(0).token
    kept = [
        time_of(lambda at=at: keystroke(session, rows, at, token)) for at in range(300)
    ]
    naive_session, naive_rows = filled(ROWS)
    naive = [
        time_of(lambda at=at: naive_keystroke(naive_session, naive_rows, at))
        for at in range(20)
    ]
    report("keystroke in a row (text)", kept, naive)
    summed = [time_of(lambda at=at: number(session, rows, at)) for at in range(300)]
    slow = [
        time_of(lambda at=at: naive_number(naive_session, naive_rows, at))
        for at in range(20)
    ]
    report(f"keystroke that changes a sum over {ROWS} rows", summed, slow)
    cascade = [time_of(lambda at=at: choose(session, at)) for at in range(100)]
    report("cascading choice (2,000 cities)", cascade, None)
    minor = [time_of(lambda at=at: age(session, at)) for at in range(20)]
    report(f"age that shows or hides {ROWS} questions", minor, None)
    report("snapshot", [time_of(session.snapshot) for _ in range(50)], None)
    answers = session.answers()
    report(
        "reopen from answers",
        [
            time_of(lambda: FormSession(session.form, "", answers).snapshot())
            for _ in range(5)
        ],
        None,
    )
    report("add a row", [time_of(lambda: added(session)) for _ in range(20)], None)


def filled(count: int) -> tuple[FormSession, list[str]]:
    """Return a session with rows and their addresses."""
    cities = "".join(
        f"<item><name>c{at}</name><label>City {at}</label><prov>p{at % 2 + 1}</prov></item>"
        for at in range(2_000)
    )
    session = FormSession(read_form(XFORM.format(cities=cities).encode()), "")
    rows = [session.add_row("links") for _ in range(count)]
    for at, row in enumerate(rows):
        session.answer(f"{row}/url", f"https://tube-a.example/v/{at}")
        session.answer(f"{row}/count", at)
    session.snapshot()
    return session, rows


def keystroke(session: FormSession, rows: list[str], at: int, token: int) -> None:
    """Type one letter into a row and ask what changed, as the window does."""
    session.answer(
        f"{rows[at % len(rows)]}/url", "https://tube-a.example/" + "a" * (at % 40)
    )
    session.changes_since(session.changes_since(token).token)


def number(session: FormSession, rows: list[str], at: int) -> None:
    """Type a number that a sum over all rows reads."""
    session.answer(f"{rows[at % len(rows)]}/count", at + 1_000)
    session.changes_since(1_000_000_000)


def choose(session: FormSession, at: int) -> None:
    """Choose the other province."""
    session.answer("prov", f"p{at % 2 + 1}")
    session.changes_since(1_000_000_000)


def age(session: FormSession, at: int) -> None:
    """Cross the line of nineteen years."""
    session.answer("age", 15 + at % 2 * 10)
    session.changes_since(1_000_000_000)


def added(session: FormSession) -> None:
    """Add a row and look."""
    session.add_row("links")
    session.changes_since(1_000_000_000)


def naive_keystroke(session: FormSession, rows: list[str], at: int) -> None:
    """The same with everything worked out anew."""
    forget(session)
    session.answer(
        f"{rows[at % len(rows)]}/url", "https://tube-a.example/" + "a" * (at % 40)
    )
    session.snapshot()


def naive_number(session: FormSession, rows: list[str], at: int) -> None:
    """The same with everything worked out anew."""
    forget(session)
    session.answer(f"{rows[at % len(rows)]}/count", at + 1_000)
    session.snapshot()


def forget(session: FormSession) -> None:
    """Forget every memo of a session."""
    document: Node = session._hall.document
    memos: list[Memo[object]] = [slot.memo for slot in session._page.walk()]  # type: ignore[misc]
    memos.extend(slot.choices for slot in session._page.walk() if slot.choices)  # type: ignore[misc]
    for leaf in leaves_in(document):
        memos.extend(memos_of(leaf))
    memos.extend(
        ranged.count
        for ranged in ranges_in(document)
        if isinstance(ranged, Range) and ranged.count
    )  # type: ignore[misc]
    for memo in memos:
        memo.drop()
        memo.fresh = False
        if memo.queue is not None:
            memo.queue[memo] = None


def memos_of(leaf: Leaf) -> list[Memo[object]]:
    """Return the memos behind one value."""
    return [
        memo
        for memo in (leaf.calculated, leaf.shown, *leaf.gates)
        if isinstance(memo, Memo)
    ]


def time_of(work: Callable[[], object]) -> float:
    """Return how long work takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def report(name: str, kept: list[float], naive: list[float] | None) -> None:
    """Print one line."""
    median, worst = statistics.median(kept), sorted(kept)[int(len(kept) * 0.99)]
    line = f"{name:48} median {median:8.3f} ms   p99 {worst:8.3f} ms"
    if naive is not None:
        line += f"   all anew {statistics.median(naive):8.1f} ms   ratio {statistics.median(naive) / median:6.0f}x"
    print(line)


if __name__ == "__main__":
    main()
