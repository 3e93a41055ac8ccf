"""Words a center chose for its papers (센터 문구): no word of a case, only how papers speak.

* Of the class ``identity``, as every book of a center: its own laptops have it, nobody else. The
  central desk draws its papers with its own words, and a case that goes over takes none along.
* The id follows from text and language, so two laptops that reword the same phrase speak of one
  record, and a person settles which words stand.
"""

from intake.register.schema.declare import Entity, date, longtext, text

# One phrase of a paper (문구) in one language; without words it is the program's own again.
PHRASE = Entity(
    "phrase",
    "identity",
    (
        text("name"),
        text("language"),
        longtext("words"),
        text("chosen_by"),
        date("chosen_on"),
    ),
    scope="record",
    indexes=(("language", "name"),),
)

WORDING = (PHRASE,)
