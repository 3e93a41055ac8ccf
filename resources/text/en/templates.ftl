## Words of papers

template-place-post = Sign-off box
template-place-title = Title
template-place-heading = Heading
template-place-label = Name of a field
template-place-sentence = Sentence

## What was left out (kept inside)

redaction-by-rule = By rule
redaction-by-mark = Covered in its text
redaction-by-person = By a person
redaction-names = Case numbers and names were replaced by pseudonyms.
redaction-contact = Addresses, telephone numbers, e-mail, school and workplace are not in it.
redaction-narrative = What was told in counselling, and counselling records, are not in it.
redaction-others = Nothing by which another victim could be known is in it.
redaction-no-consent = Cases without agreement to submission to the court are not in it.
redaction-small = Cells of fewer than three people are hidden.
redaction-covered = Of addresses of postings, the part that leads to the material is covered.
redaction-addresses = No list of addresses of postings is attached.
redaction-titles = Titles, contents and pictures of material are not in it.
redaction-other-centers = Names and cases of other centers are not in it.
redaction-part = Left out: { $part }
