### Names of records and fields. A field is declared once, in intake/register/schema.

## Case

entity-case = Case
field-case-number = Intake number
field-case-received-on = Date of intake
field-case-received-at = Time of intake
field-case-route = Route of intake
field-case-counselor = Counselor
field-case-consent = Consent state
field-case-state = State of the case
field-case-alias = Name to call (pseudonym)
field-case-center = Center of intake
field-case-owner = Center in charge
field-case-method = Way of contact
field-case-intake-kind = New, continued or again
field-case-central-number = Central Center number
field-case-police-number = Police number
field-case-other-number = Number at another agency
field-case-delete-basis = Basis of deletion support
field-case-retention = Retention period
field-case-training = Training case
field-case-keep-evidence = Evidence to be preserved
field-case-hold = Legal hold
field-case-hold-reason = Ground of the hold
field-case-duty-basis = Basis of the duty to report
field-case-duty-reported-on = Reported on
field-case-duty-reported-to = Reported to
field-case-duty-not-reported-why = Why it was not reported
field-case-wish-report = Wish: report to police
field-case-wish-guardian = Wish: tell the caregiver
field-case-wish-share = Wish: share with another center
field-case-wishes = What is wanted and not wanted
field-case-told-rights = Rights explained
field-case-told-secrecy = Secrecy and its limits explained
field-case-told-retention = Keeping and destruction explained
field-case-told-evidence = Evidence preservation explained
field-case-told-hotlines = 1366, 109 and D4Youth explained
field-case-plan = Counselling plan
field-case-next-contact = Next contact
field-case-close-condition = Condition for closing
field-case-closed-on = Closed on
field-case-close-reason = Reason for closing
field-case-deleted = Reason for withdrawal

## Person

entity-person = Person
field-person-case = Case
field-person-role = Role
field-person-name = Name
field-person-alias = Name to call (pseudonym)
field-person-phone = Safe number
field-person-phone-hours = Safe hours
field-person-email = E-mail
field-person-may-text = May leave a message
field-person-may-voice = May leave a voice message
field-person-shared-device = Device shared with others
field-person-safe-contact = Safe other contact
field-person-language = Language
field-person-interpreter = Interpreter needed
field-person-sex = Sex
field-person-age = Age
field-person-age-band = Age band
field-person-birth = Date or year of birth
field-person-under-14 = Under 14
field-person-under-19 = Under 19
field-person-job-group = Occupation group
field-person-region = Province of residence
field-person-nationality-group = Nationality group
field-person-school = School (only if needed for deletion)
field-person-disability = Disability
field-person-communication-help = Communication support
field-person-requester-kind = Kind of requester
field-person-paper-id = Identity card
field-person-paper-relation = Proof of relation
field-person-paper-power = Power of attorney (signed by hand)
field-person-paper-victim-id = Copy of the victim's identity card
field-person-papers-on = Papers checked on
field-person-papers-by = Papers checked by
field-person-guardian-confirm = How the legal guardian was confirmed
field-person-own-accounts = The victim's own account
field-person-remark = Remark
field-person-deleted = Reason for withdrawal

## Support line

entity-support-line = Support line
field-support-line-case = Case
field-support-line-kind = Kind of support
field-support-line-state = State
field-support-line-wish = Stated will
field-support-line-wish-on = Will stated on
field-support-line-opened-on = Opened on
field-support-line-closed-on = Closed on
field-support-line-counselor = Person in charge
field-support-line-agency = Agency
field-support-line-remark = Remark
field-support-line-deleted = Reason for withdrawal

## Support action

entity-support-action = Support action
field-support-action-case = Case
field-support-action-line = Support line
field-support-action-kind = Type of support
field-support-action-done-on = Done on
field-support-action-quantity = Number
field-support-action-minutes = Minutes
field-support-action-counselor = Counselor
field-support-action-method = Way of contact
field-support-action-agency = Agency
field-support-action-agency-person = Person at the agency
field-support-action-result = Result
field-support-action-interview = Interview
field-support-action-outside-system = Other system
field-support-action-outside-number = Number in the other system
field-support-action-remark = Remark
field-support-action-deleted = Reason for withdrawal

## Task

entity-task = Task
field-task-case = Case
field-task-kind = Kind of task
field-task-due-on = Due on
field-task-state = State
field-task-assignee = Assigned to
field-task-about = About
field-task-done-on = Done on
field-task-words = What to do
field-task-deleted = Reason for withdrawal

## Appointment

entity-appointment = Appointment
field-appointment-case = Case
field-appointment-on = Date
field-appointment-at = Time
field-appointment-minutes = Minutes
field-appointment-method = Way of contact
field-appointment-state = State
field-appointment-counselor = Counselor
field-appointment-agency = Agency
field-appointment-place = Place
field-appointment-words = What it is about
field-appointment-deleted = Reason for withdrawal

## Agency contact

entity-agency = Agency contact
field-agency-name = Name of the agency
field-agency-kind = Kind of agency
field-agency-branch = Department
field-agency-person = Contact person
field-agency-phone = Phone number
field-agency-email = E-mail
field-agency-address = Address
field-agency-url = Website or report form
field-agency-valid-from = Valid from
field-agency-valid-to = Valid to
field-agency-remark = Remark
field-agency-deleted = Reason for withdrawal

## Trial

entity-trial = Trial
field-trial-case = Case
field-trial-suspect = Defendant
field-trial-stage = Stage
field-trial-number = Case number at court
field-trial-court = Court
field-trial-division = Division
field-trial-hearing-on = Hearing date
field-trial-sentenced-on = Sentence pronounced on
field-trial-sought = Prosecution's sentencing recommendation
field-trial-sentence = Sentence
field-trial-remark = Remark
field-trial-deleted = Reason for withdrawal

## Paper

entity-paper = Paper
field-paper-case = Case
field-paper-kind = Kind of paper
field-paper-number = Number of the paper
field-paper-made-on = Made on
field-paper-made-by = Made by
field-paper-addressee = Addressee
field-paper-purpose-of-access = Purpose of access
field-paper-state = Filing state
field-paper-digest-of = Hash value
field-paper-evidence = Captured evidence
field-paper-remark = Remark
field-paper-deleted = Reason for withdrawal

## Incident

entity-incident = Incident
field-incident-case = Case
field-incident-happened-from = Happened from
field-incident-happened-to = Happened until
field-incident-noticed-on = Noticed on
field-incident-learned-by = How it became known
field-incident-spread = Distributed
field-incident-extent = Extent of distribution
field-incident-relation = Relation to the perpetrator
field-incident-relation-detail = Relation in detail
field-incident-place = Place
field-incident-story = Circumstances of harm
field-incident-filming-stated = About the filming (only if told unasked)
field-incident-aftermath = What changed afterwards
field-incident-deleted = Reason for withdrawal

## Type of harm

entity-harm = Type of harm
field-harm-case = Case
field-harm-of = Incident
field-harm-kind = Type of harm
field-harm-chosen = Applies
field-harm-deleted = Reason for withdrawal

## Kind of material

entity-material-kind = Kind of material
field-material-kind-case = Case
field-material-kind-of = Incident
field-material-kind-kind = Kind of material
field-material-kind-chosen = Applies
field-material-kind-deleted = Reason for withdrawal

## Suspected perpetrator (unconfirmed)

entity-suspect = Suspected perpetrator (unconfirmed)
field-suspect-case = Case
field-suspect-part = Part
field-suspect-stage = Stage of proceedings
field-suspect-main = Main suspected perpetrator
field-suspect-nickname = Nickname
field-suspect-name = Name
field-suspect-sex = Sex
field-suspect-age = Age
field-suspect-age-words = Age as told
field-suspect-job = Occupation
field-suspect-affiliation = Affiliation
field-suspect-region = Region
field-suspect-approach = Channel of approach
field-suspect-method = Modus operandi (method)
field-suspect-threat = Threat
field-suspect-threat-deadline = Deadline of the threat
field-suspect-in-contact = Still in contact
field-suspect-accomplices = Accomplices
field-suspect-features = Observed features
field-suspect-prior-record = Prior record (gated)
field-suspect-seen-from = Seen from
field-suspect-seen-to = Seen until
field-suspect-remark = Remark
field-suspect-deleted = Reason for withdrawal

## Demand

entity-demand = Demand
field-demand-case = Case
field-demand-of = Suspected perpetrator
field-demand-kind = What was demanded
field-demand-chosen = Applies
field-demand-deleted = Reason for withdrawal

## Identifier (clue)

entity-identifier = Identifier (clue)
field-identifier-case = Case
field-identifier-suspect = Suspected perpetrator
field-identifier-kind = Kind of identifier
field-identifier-value = Value, exactly as given
field-identifier-site = Site
field-identifier-role = Whose it is
field-identifier-strength = Strength
field-identifier-shared = Shared by several people
field-identifier-seen-from = Seen from
field-identifier-seen-to = Seen until
field-identifier-source = Source record
field-identifier-source-words = Words it was found in
field-identifier-deleted = Reason for withdrawal

## Posting

entity-posting = Posting
field-posting-case = Case
field-posting-url = Post address (URL)
field-posting-platform = Platform
field-posting-site = Site
field-posting-title = Title of the post
field-posting-keyword = Search keyword
field-posting-uploader = Uploader
field-posting-uploaded-on = Uploaded on
field-posting-found-on = Found on
field-posting-found-by = Found by
field-posting-material = Kind of material
field-posting-result = State of deletion
field-posting-result-on = State as of
field-posting-next-check = Next check
field-posting-parent = Earlier post
field-posting-suspect = Posted by
field-posting-incident = Incident
field-posting-evidence = Captured evidence
field-posting-country = Server country
field-posting-views = Views
field-posting-identifiable = Person recognisable
field-posting-minor-shown = Shows a minor
field-posting-police-too = Also requested by police (counted apart)
field-posting-remark = Remark
field-posting-deleted = Reason for withdrawal

## Exposure of identity details

entity-leak = Exposure of identity details
field-leak-case = Case
field-leak-of = Posting
field-leak-kind = Identity detail exposed
field-leak-chosen = Applies
field-leak-deleted = Reason for withdrawal

## Deletion action

entity-deletion-action = Deletion action
field-deletion-action-case = Case
field-deletion-action-posting = Posting
field-deletion-action-kind = Kind of action
field-deletion-action-done-on = Done on
field-deletion-action-done-at = Time of the action
field-deletion-action-counselor = Done by
field-deletion-action-channel = Channel
field-deletion-action-addressee = Addressee
field-deletion-action-agency = Agency
field-deletion-action-basis = Basis of deletion support
field-deletion-action-result = Result
field-deletion-action-result-on = Result as of
field-deletion-action-minutes = Minutes
field-deletion-action-request-number = Request number
field-deletion-action-outside-system = Other system
field-deletion-action-outside-number = Number in the other system
field-deletion-action-remark = Remark
field-deletion-action-deleted = Reason for withdrawal

## Captured evidence

entity-evidence = Captured evidence
field-evidence-case = Case
field-evidence-kind = Kind of evidence
field-evidence-title = Title
field-evidence-acquired-at = Time of acquisition
field-evidence-acquired-on = Acquired on
field-evidence-acquired-by = Acquired by
field-evidence-acquired-from = Source
field-evidence-how = How it was acquired
field-evidence-sha256 = Hash value (SHA-256)
field-evidence-pdq = Image fingerprint (PDQ)
field-evidence-size = Size in bytes
field-evidence-media-type = Media type
field-evidence-file-name = File name
field-evidence-material = Kind of material
field-evidence-store = How it is kept
field-evidence-where-kept = Where it is kept
field-evidence-legal-basis = Legal basis of keeping
field-evidence-attachment = Hash of the sealed attachment
field-evidence-attachment-key = Key of the sealed attachment
field-evidence-posting = Posting
field-evidence-suspect = Suspected perpetrator
field-evidence-incident = Incident
field-evidence-watermark = Watermark
field-evidence-description = Description
field-evidence-told-to-keep = Told to keep the original device
field-evidence-deleted = Reason for withdrawal

## Consent

entity-consent = Consent
field-consent-case = Case
field-consent-purpose = Purpose
field-consent-decision = Decision
field-consent-receiver = Receiver
field-consent-receiver-name = Name of the receiver
field-consent-given-on = Given on
field-consent-given-at = Time given
field-consent-method = How it was given
field-consent-giver = Given by
field-consent-explained-by = Explained by
field-consent-form-version = Version of the form
field-consent-text-digest = Hash of the form text
field-consent-language = Language
field-consent-keep-until = Kept until
field-consent-guardian-name = Legal guardian's name
field-consent-guardian-contact = Legal guardian's contact
field-consent-guardian-confirm = How the legal guardian was confirmed
field-consent-guardian-not-told-why = Why the caregiver was not told
field-consent-withdrawn-on = Withdrawn on
field-consent-withdrawn-at = Time of withdrawal
field-consent-withdrawn-why = Reason for withdrawal
field-consent-withhold-what = Information to withhold
field-consent-withhold-from = Withheld from
field-consent-withhold-why = Why it is withheld
field-consent-evidence = Scan of the form
field-consent-deleted = Reason for withdrawal

## Interview

entity-interview = Interview
field-interview-case = Case
field-interview-kind = Kind of interview
field-interview-state = State
field-interview-form = Form
field-interview-form-version = Version of the form
field-interview-started-at = Started at
field-interview-ended-at = Ended at
field-interview-minutes = Minutes
field-interview-paused-minutes = Minutes paused
field-interview-counselor = Counselor
field-interview-method = Way of contact
field-interview-next-contact = Next contact
field-interview-risk-change = Change of risk
field-interview-present = Present
field-interview-condition = Condition of the victim (observed)
field-interview-summary = What was talked about
field-interview-promised = What was promised
field-interview-deleted = Reason for withdrawal

## Answer

entity-answer = Answer
field-answer-case = Case
field-answer-interview = Interview
field-answer-path = Question
field-answer-state = Answer state
field-answer-value = Answer
field-answer-value-core = Answer (basics)
field-answer-value-identity = Answer (identity)
field-answer-value-suspect = Answer (suspect)
field-answer-value-material = Answer (postings)
field-answer-value-court = Answer (court)
field-answer-form-version = Version of the form
field-answer-deleted = Reason for withdrawal

## Note

entity-note = Note
field-note-case = Case
field-note-kind = Kind of note
field-note-text = Text
field-note-at = Noted at
field-note-interview = Interview
field-note-about = About
field-note-corrects = Corrects
field-note-place = Order
field-note-counselor = Noted by
field-note-deleted = Reason for withdrawal

## Risk assessment

entity-risk = Risk assessment
field-risk-case = Case
field-risk-on = Assessed on
field-risk-interview = Interview
field-risk-counselor = Assessed by
field-risk-suicide = Suicidal thoughts or plan
field-risk-self-harm = Self-harm
field-risk-spread-near = Distribution near, deadline given
field-risk-demands-go-on = Demands for money, material or meeting go on
field-risk-whereabouts-known = Perpetrator knows home, school or work
field-risk-stalking = Physical approach or stalking
field-risk-minor = Under 14 or 19
field-risk-no-support = No support, or danger at home
field-risk-in-contact = In contact with the perpetrator
field-risk-other-victims = Other victims exist
field-risk-money = Extortion of money
field-risk-home-exposed = Home exposed
field-risk-own-view = Risk as the person sees it
field-risk-level = Risk level
field-risk-reasons = Reasons
field-risk-deleted = Reason for withdrawal

## Safety plan

entity-safety-plan = Safety plan
field-safety-plan-case = Case
field-safety-plan-on = Made on
field-safety-plan-risk = Risk assessment
field-safety-plan-counselor = Made by
field-safety-plan-called-109 = 109 explained
field-safety-plan-called-112 = 112 explained
field-safety-plan-called-1366 = 1366 explained
field-safety-plan-protection-asked = Personal protection asked for
field-safety-plan-talk-stopped = Conversation stopped
field-safety-plan-evidence-kept = Evidence kept
field-safety-plan-accounts-secured = Accounts secured
field-safety-plan-payment-stopped = Payments stopped
field-safety-plan-safe-person = Person to trust
field-safety-plan-safe-place = Safe place
field-safety-plan-steps = Warning signs and steps
field-safety-plan-review-on = Review on
field-safety-plan-deleted = Reason for withdrawal

entity-own-account = The victim's own account
field-own-account-case = Case
field-own-account-kind = Kind
field-own-account-value = As given
field-own-account-site = Site
field-own-account-remark = Remark
field-own-account-deleted = Why it was withdrawn
