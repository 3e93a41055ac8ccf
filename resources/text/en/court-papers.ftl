## Papers for outside · words of all of them

paper-approval = Sign
paper-approval-made = Officer
paper-approval-team = Team lead
paper-approval-head = Director
paper-attest = We confirm that the above is true.
paper-official-seal = (official seal)
paper-outward = For submission outside
paper-inward = Internal
paper-draft = Draft
paper-court-case = Case
paper-court-accused = Accused
paper-made-by = Made by
paper-law = Legal basis
paper-counted-until = Counted until
paper-court-left-out = Only cases whose victims agreed to submission to the court are included. Cases without agreement are not included.

## One line of a case

paper-case-label = Case
paper-case-center = Center
paper-case-minor = Minor
paper-case-harms = Kinds of harm
paper-case-period = When
paper-case-addresses = URLs
paper-case-actions = Support

## Support performance

paper-performance-title = Support for victims of digital sexual crime
paper-performance-lead = { $period }
paper-performance-cases = Support by case
paper-performance-cases-note = Cases have pseudonyms. A case confirmed to be of the same victim names the other after =.
paper-performance-months = Deletion support by month
paper-performance-method = Counting rules and limits
paper-performance-limits = No official text defines one deletion support. The rules below were used; counted again by the same rules at the same position, the numbers are the same. Only decisions that two persons confirmed, each by themselves, were used for who is the same person.
paper-performance-sources = Sources and verification
paper-bars-requests = Deletion support
paper-bars-removed = Removed
