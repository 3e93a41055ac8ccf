"""Papers may be builds of the program: what a server sends is not held more often than it must be."""

import tracemalloc

from intake.mailbox.papers import no_more

SIZE, STEP = 4 << 20, 1 << 16


def test_a_large_paper_lies_in_memory_twice_at_most():
    tracemalloc.start()
    try:
        data = no_more((bytes(STEP) for _ in range(SIZE // STEP)), SIZE - 10)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(data) == SIZE - 9
    assert most < 2.5 * SIZE
