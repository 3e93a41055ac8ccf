"""Tokens a second: each step alone, and a whole batch from blinding to the sealed entry.

Run: ``python -m tests.bench.bench_oprf [elements]``. Processor time of this process; the peer, where
it is installed, is ``voprf`` (Rust) in the same run.
"""

import importlib
import sys
import time
from collections.abc import Callable
from os import urandom

from intake.crypto.escrow import seal
from intake.crypto.oprf import blind, checked, evaluate, finalize, joined, new_key

_PAYLOAD = b"x" * 300


def timed(what: str, count: int, do: Callable[[], object]) -> object:
    """Do something once and print how many a processor second that is."""
    began = time.process_time()
    found = do()
    spent = time.process_time() - began
    print(f"{what:<44} {count / spent:>10,.0f} /s   {spent:7.3f} s")
    return found


def batch(inputs: list[bytes]) -> list[bytes]:
    """Go the whole way of a batch: blind, two answers with proofs, check, join, finalize, seal."""
    parts = [new_key(), new_key()]
    asked = [blind(one) for one in inputs]
    elements = [one.element for one in asked]
    answers = [part.answer(elements) for part in parts]
    proved = [checked(part.public, elements, one) for part, one in zip(parts, answers, strict=True)]  # fmt: skip
    tokens = [finalize(*three) for three in zip(inputs, asked, joined(proved), strict=True)]  # fmt: skip
    person = tokens[0]
    return [bytes(seal(one, person, _PAYLOAD)) for one in tokens]


def main(count: int = 500) -> None:
    """Print the table."""
    inputs = [b"suspect/3/phone:+8210%08d" % at for at in range(count)]
    key = new_key()
    batch(inputs[:50])  # warm
    asked = timed("blind", count, lambda: [blind(one) for one in inputs])
    elements = [one.element for one in asked]  # type: ignore[attr-defined]
    answer = timed("answer, with one proof for all", count, lambda: key.answer(elements))  # fmt: skip
    proved = timed("check the proof", count, lambda: checked(key.public, elements, answer))  # type: ignore[arg-type]  # fmt: skip
    timed("finalize", count, lambda: [finalize(*three) for three in zip(inputs, asked, proved, strict=True)])  # type: ignore[call-overload]  # fmt: skip
    token = evaluate(key, inputs[0])
    timed("seal an entry", count, lambda: [seal(token, urandom(64), _PAYLOAD) for _ in inputs])  # fmt: skip
    timed("a batch, end to end (center and both parties)", count, lambda: batch(inputs))
    _peer(inputs)


def _peer(inputs: list[bytes]) -> None:
    """The same steps by the peer: one element and one proof each, it has no key in parts."""
    try:
        peer = importlib.import_module("voprf.ristretto")
    except ImportError:
        print("voprf (Rust) is not installed: no peer in this run")
        return
    server = peer.Evaluator.from_seed(bytes(32), b"bench")
    count = len(inputs)
    blinded = timed("voprf: blind", count, lambda: [peer.Client.blind(one) for one in inputs])  # fmt: skip
    asked = [one for _, one in blinded]  # type: ignore[attr-defined]
    timed("voprf: answer, with a proof each", count, lambda: [server.evaluate(one) for one in asked])  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
