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
field-case-plan-by = Counselling plan written by
field-case-plan-on = Counselling plan written on
field-case-plan-approved-by = Plan approved by
field-case-plan-approved-on = Plan approved on
field-case-hold-from = Legal hold from
field-case-hold-by = Legal hold set by
field-case-hold-ground = Kind of ground for the hold
field-case-hold-authority = Court or authority that asked for the hold
field-case-hold-until = Legal hold until
field-case-retention-from = Retention counted from
field-case-anonymous = Anonymous counselling
field-case-joined-to = Joined to case
field-case-police-alias = Pseudonym used before the police
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
field-appointment-kind = Kind of appointment
field-appointment-trial = Trial concerned
field-appointment-deadline-basis = Basis of the deadline
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
field-trial-outcome = Outcome
field-trial-charges = Charges
field-trial-police-number = Police case number
field-trial-prosecution-number = Prosecution case number
field-trial-wanted = Wanted
field-trial-held = In custody
field-trial-arrested-on = Arrested on
field-trial-indicted-on = Indicted on
field-trial-sought-months = Sentence sought (months)
field-trial-sentence-months = Sentence (months)
field-trial-suspended-months = Suspended for (months)
field-trial-programme-hours = Treatment programme (hours)
field-trial-restriction-months = Employment restriction (months)
field-trial-registered = Sex-offender registration
field-trial-appealed-by = Appealed by
field-trial-appeal-until = Appeal possible until
field-trial-final-on = Final on
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
field-paper-receiver = Kind of receiver
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
field-identifier-shared-why = Why it is thought to be shared
field-identifier-said-by = Told by
field-identifier-deleted = Reason for withdrawal

## Posting

entity-posting = Posting
field-posting-case = Case
field-posting-url = Post address (URL)
field-posting-typed = Address as pasted
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
field-posting-item = Victim material
field-posting-found-how = How it was found
field-posting-restored = Times restored
field-posting-cache-of = Address behind a search result
field-posting-check-stopped = Checks ended
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
field-evidence-sexual = Sexual content
field-evidence-quality = Fingerprint quality
field-evidence-frames = Frames
field-evidence-duration-ms = Length (milliseconds)
field-evidence-item = Victim material
field-evidence-outside-system = Other system
field-evidence-outside-number = Number in the other system
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

## Victim material

entity-material = Victim material
field-material-case = Case
field-material-kind = Legal class
field-material-title = What it is called here
field-material-medium = Medium
field-material-incident = Incident
field-material-made-on = Made on
field-material-identifiable = Victim can be recognised
field-material-minor-shown = Minor shown
field-material-edited = Synthetic or edited
field-material-self-made = Self-made
field-material-for-profit = For profit
field-material-watermark = Watermark
field-material-keywords = Search keywords
field-material-description = Description
field-material-deleted = Reason withdrawn

## Chain of custody

entity-custody = Chain of custody
field-custody-case = Case
field-custody-evidence = Evidence
field-custody-kind = What was done
field-custody-at = When
field-custody-by = By whom
field-custody-handed-to = Handed to
field-custody-agency = Receiving body
field-custody-purpose = Purpose of access
field-custody-reason = Reason
field-custody-seconds = Exposure (seconds)
field-custody-sha256 = Hash at that time
field-custody-medium-number = Medium number
field-custody-deleted = Reason withdrawn

## Media fingerprint

entity-fingerprint = Media fingerprint
field-fingerprint-case = Case
field-fingerprint-evidence = Evidence
field-fingerprint-kind = Kind
field-fingerprint-value = Fingerprint (PDQ)
field-fingerprint-quality = Quality
field-fingerprint-at-ms = Position of the frame (milliseconds)
field-fingerprint-deleted = Reason withdrawn

## Time stamp

entity-timestamp = Time stamp
field-timestamp-case = Case
field-timestamp-evidence = Evidence
field-timestamp-sha256 = Hash that was stamped
field-timestamp-nonce = Request nonce
field-timestamp-asked-at = Asked at
field-timestamp-stamped-at = Stamped at
field-timestamp-authority = Time-stamp authority
field-timestamp-root = Root certificate
field-timestamp-policy = Policy
field-timestamp-serial = Serial number
field-timestamp-token = Token
field-timestamp-deleted = Reason withdrawn

## Referral

entity-referral = Referral
field-referral-case = Case
field-referral-line = Support line
field-referral-agency = Agency
field-referral-agency-person = Person at the agency
field-referral-state = State
field-referral-offered-on = Offered on
field-referral-answered-on = Answered on
field-referral-sent-on = Sent on
field-referral-taken-on = Day the agency answered
field-referral-done-on = Done on
field-referral-revoked-on = Revoked on
field-referral-consent = Consent behind it
field-referral-counselor = Counselor
field-referral-remark = Remark
field-referral-deleted = Reason withdrawn

## Goal

entity-goal = Goal
field-goal-case = Case
field-goal-state = State
field-goal-set-on = Set on
field-goal-review-on = To be reviewed on
field-goal-reached-on = Reached on
field-goal-counselor = Counselor
field-goal-words = Goal in her or his words
field-goal-steps = Steps
field-goal-deleted = Reason withdrawn

## Disclosure

entity-disclosure = Disclosure
field-disclosure-case = Case
field-disclosure-purpose = Purpose agreed to
field-disclosure-receiver = Kind of receiver
field-disclosure-receiver-name = Receiver
field-disclosure-left-on = Left on
field-disclosure-left-at = Left at
field-disclosure-by = Given by
field-disclosure-means = Means
field-disclosure-items = Items
field-disclosure-bundle = Bundle number
field-disclosure-paper = Paper
field-disclosure-evidence = Evidence
field-disclosure-referral = Referral
field-disclosure-recall = Recall
field-disclosure-recalled-on = Recall asked on
field-disclosure-acknowledged-on = Recall acknowledged on
field-disclosure-deleted = Reason withdrawn

## Investigation and trial event

entity-court-event = Investigation and trial event
field-court-event-case = Case
field-court-event-trial = Trial
field-court-event-kind = Event
field-court-event-on = Date
field-court-event-at = Time
field-court-event-stage = Stage
field-court-event-party = Party
field-court-event-months = Term (months)
field-court-event-room = Courtroom
field-court-event-told-victim-by = Victim told by
field-court-event-told-victim-on = Victim told on
field-court-event-remark = Remark
field-court-event-deleted = Reason withdrawn

## Platform site

entity-site = Platform site
field-site-host = Host
field-site-name = Name
field-site-platform = Platform kind
field-site-country = Country
field-site-channel = Request channel
field-site-report-url = Report form address
field-site-email = E-mail
field-site-phone = Telephone
field-site-language = Language of requests
field-site-papers = Papers demanded
field-site-person = Contact person
field-site-checked-on = Checked on
field-site-remark = Remark
field-site-deleted = Reason withdrawn

## Records joined

entity-merge = Records joined
field-merge-kind = Kind of record
field-merge-kept = Record kept
field-merge-kept-case = Case of the record kept
field-merge-joined = Record joined
field-merge-joined-case = Case of the record joined
field-merge-decision = Decision
field-merge-reason = Reason
field-merge-decided-on = Decided on
field-merge-decided-by = Decided by
field-merge-deleted = Reason parted

## Access right

entity-role-grant = Access right
field-role-grant-counselor = User
field-role-grant-role = Role
field-role-grant-granted-on = Granted on
field-role-grant-granted-by = Granted by
field-role-grant-ended-on = Ended on
field-role-grant-ended-by = Ended by
field-role-grant-reason = Reason
field-role-grant-deleted = Reason withdrawn

## Break-glass access

entity-break-glass = Break-glass access
field-break-glass-counselor = Opened by
field-break-glass-role = Role
field-break-glass-about = Case
field-break-glass-at = From
field-break-glass-until = Until
field-break-glass-purpose = Purpose of access
field-break-glass-reason = Reason
field-break-glass-reviewed-by = Reviewed by
field-break-glass-reviewed-on = Reviewed on
field-break-glass-finding = Finding
field-break-glass-deleted = Reason withdrawn

## Read-log mark

entity-access-mark = Read-log mark
field-access-mark-device = Device
field-access-mark-on = Date
field-access-mark-lines = Lines
field-access-mark-head = Last hash
field-access-mark-deleted = Reason withdrawn

## Read-log review

entity-access-review = Read-log review
field-access-review-month = Month
field-access-review-device = Device
field-access-review-reviewed-by = Reviewed by
field-access-review-reviewed-on = Reviewed on
field-access-review-finding = Finding
field-access-review-lines = Lines
field-access-review-remark = Remark
field-access-review-deleted = Reason withdrawn

## Destruction register

entity-destruction = Destruction register
field-destruction-number = Certificate number
field-destruction-part = Mark of the part
field-destruction-cls = Record class
field-destruction-ground = Ground
field-destruction-done-on = Destroyed on
field-destruction-done-by = Destroyed by
field-destruction-approved-by = Approved by
field-destruction-records = Records
field-destruction-attachments = Attachments
field-destruction-whole = Whole case
field-destruction-proven-on = Proven on
field-destruction-deleted = Reason withdrawn

## Seen as the same

entity-link = Seen as the same
field-link-kind = Kind of link
field-link-one = One side
field-link-one-case = Case of one side
field-link-other = Other side
field-link-other-case = Case of the other side
field-link-decision = Decision
field-link-reason = Grounds
field-link-reason-words = Grounds in words
field-link-likeness = Likeness
field-link-weight = Weight of the evidence
field-link-engine = Version of the comparing rules
field-link-center = Center that decided
field-link-decided-by = Decided by
field-link-decided-on = Decided on
field-link-decided-at = Decided at
field-link-second = Second decision
field-link-second-by = Confirmed by
field-link-second-on = Confirmed on
field-link-second-reason = Grounds of the second
field-link-for-court = For the court
field-link-standing = Position of the record at the decision
field-link-seen = Seen before
field-link-looked-by = Looked at again by
field-link-looked-on = Looked at again on
field-link-looked-reason = Why it stays
field-link-looked-over = What was looked at again
field-link-deleted = Reason withdrawn

## Evidence at the decision

entity-link-line = Evidence at the decision
field-link-line-link = Decision
field-link-line-place = Order
field-link-line-says = What it says
field-link-line-kind = Kind of identifier
field-link-line-one-record = Record of one side
field-link-line-other-record = Record of the other side
field-link-line-weight = Weight
field-link-line-holders = Others with the same value
field-link-line-deleted = Reason withdrawn

## Link notice

entity-link-notice = Link notice
field-link-notice-to-center = Receiving center
field-link-notice-kind = Kind of notice
field-link-notice-link-kind = Kind of link
field-link-notice-state = State
field-link-notice-link = Decision
field-link-notice-about-case = Case concerned
field-link-notice-about = Record concerned
field-link-notice-likeness = Likeness
field-link-notice-confirmed-on = Confirmed on
field-link-notice-two-persons = Confirmed by two persons
field-link-notice-other-cases = Number of other cases
field-link-notice-other-center = Other center
field-link-notice-other-title = Name of the other center
field-link-notice-contact-name = Counselor
field-link-notice-contact-phone = Counselor's telephone
field-link-notice-contact-email = Counselor's e-mail
field-link-notice-said-on = Told on
field-link-notice-said-by = Told by
field-link-notice-recalled-on = Recalled on
field-link-notice-recall-reason = Grounds of the recall
field-link-notice-request = Request
field-link-notice-wanted = What is asked
field-link-notice-reply = Reply
field-link-notice-deleted = Reason withdrawn

## Evidence of a notice

entity-notice-line = Evidence of a notice
field-notice-line-notice = Notice
field-notice-line-to-center = Receiving center
field-notice-line-place = Order
field-notice-line-says = What it says
field-notice-line-kind = Kind of identifier
field-notice-line-own-record = Identifier concerned
field-notice-line-deleted = Reason withdrawn

## Answer to a notice

entity-notice-answer = Answer to a notice
field-notice-answer-notice = Notice
field-notice-answer-answer = Answer
field-notice-answer-center = Center that answered
field-notice-answer-answered-by = Answered by
field-notice-answer-answered-on = Answered on
field-notice-answer-remark = Remark
field-notice-answer-deleted = Reason withdrawn

## Joint request

entity-joint-request = Joint request
field-joint-request-notice = Notice
field-joint-request-wanted = What is asked
field-joint-request-center = Asking center
field-joint-request-asked-by = Asked by
field-joint-request-asked-on = Asked on
field-joint-request-state = State
field-joint-request-remark = Remark
field-joint-request-deleted = Reason withdrawn

## Answer to a joint request

entity-joint-answer = Answer to a joint request
field-joint-answer-notice = Notice
field-joint-answer-reply = Reply
field-joint-answer-center = Center that answered
field-joint-answer-answered-by = Answered by
field-joint-answer-answered-on = Answered on
field-joint-answer-victim-asked-on = Victim asked on
field-joint-answer-consent = Consent
field-joint-answer-remark = Remark
field-joint-answer-deleted = Reason withdrawn

## Handover of a case

entity-handover = Handover of a case
field-handover-from-center = Giving center
field-handover-to-center = Receiving center
field-handover-from-counselor = Former counselor
field-handover-to-counselor = New counselor
field-handover-state = State
field-handover-reason = Reason
field-handover-consent = Consent
field-handover-said-on = Offered on
field-handover-said-by = Offered by
field-handover-taken-on = Taken over on
field-handover-taken-by = Taken over by
field-handover-deleted = Reason withdrawn
field-handover-case = Case

## Reply to a handover

entity-handover-answer = Reply to a handover
field-handover-answer-handover = Handover
field-handover-answer-from-center = Giving center
field-handover-answer-center = Receiving center
field-handover-answer-answer = Reply
field-handover-answer-answered-by = Replied by
field-handover-answer-answered-on = Replied on
field-handover-answer-deleted = Reason withdrawn

## Value that many use

entity-shared-value = Value that many use
field-shared-value-kind = Kind of identifier
field-shared-value-value = Value
field-shared-value-shared = Used by many
field-shared-value-reason = Grounds
field-shared-value-reason-words = Grounds in words
field-shared-value-decided-by = Marked by
field-shared-value-decided-on = Marked on
field-shared-value-deleted = Reason withdrawn

## Contact of a center

entity-contact-point = Contact of a center
field-contact-point-center = Center
field-contact-point-name = In charge
field-contact-point-phone = Telephone
field-contact-point-email = E-mail
field-contact-point-hours = Hours
field-contact-point-deleted = Reason withdrawn

## Issued paper

entity-issued-paper = Issued paper
field-issued-paper-number = Document number
field-issued-paper-kind = Kind of paper
field-issued-paper-about-kind = What it is about
field-issued-paper-about = Record concerned
field-issued-paper-state = State
field-issued-paper-court = Court
field-issued-paper-case-number = Court case number
field-issued-paper-accused = Accused
field-issued-paper-addressee = Addressee
field-issued-paper-outward = For outside
field-issued-paper-language = Language
field-issued-paper-template = Template
field-issued-paper-made-on = Made on
field-issued-paper-made-at = Made at
field-issued-paper-made-by = Made by
field-issued-paper-checked-by = Checked by
field-issued-paper-position = Position counted to
field-issued-paper-digest = Hash of the paper
field-issued-paper-sealed = Signed electronically
field-issued-paper-voided-on = Voided on
field-issued-paper-void-reason = Reason voided
field-issued-paper-redactions = What was redacted
field-issued-paper-remark = Remark
field-issued-paper-deleted = Reason withdrawn

## Frozen figure

entity-figure = Frozen figure
field-figure-paper = Issued paper
field-figure-place = Place in the paper
field-figure-about-kind = What it is about
field-figure-about = Record concerned
field-figure-rule = Counting rule
field-figure-first = From
field-figure-last = To
field-figure-court = Court
field-figure-position = Position counted to
field-figure-people = Hash of who is whom
field-figure-rows = Hash of the rows
field-figure-value = Value
field-figure-doubtful = Doubtful
field-figure-taken-on = Frozen on
field-figure-taken-by = Frozen by
field-figure-deleted = Reason withdrawn

entity-petition = Petition
field-petition-case = Case
field-petition-court = Court
field-petition-case-number = Case number (court)
field-petition-state = State
field-petition-way = How it is written
field-petition-asked-on = Asked on
field-petition-said-on = Answered on
field-petition-received-on = Received on
field-petition-filed-on = Filed on
field-petition-sheets = Sheets
field-petition-asked-by = Asked by
field-petition-evidence = Copy kept
field-petition-remark = Remark
field-petition-deleted = Deleted

entity-position = Position counted to
field-position-hash = Hash of the position
field-position-place = Piece
field-position-told = How far each log
field-position-held = Entries read then
field-position-deleted = Reason withdrawn

entity-aggregate = Center's counts
field-aggregate-center = Center
field-aggregate-first = From
field-aggregate-last = To
field-aggregate-edition = Edition of the rules
field-aggregate-tables = Tables
field-aggregate-cases = Cases
field-aggregate-digest = Hash of the tables
field-aggregate-position = Position counted to
field-aggregate-made-on = Made on
field-aggregate-made-at = Made at
field-aggregate-deleted = Reason withdrawn

entity-aggregate-table = Table of a center's counts
field-aggregate-table-aggregate = Center's counts
field-aggregate-table-name = Table
field-aggregate-table-rule = Counting rule
field-aggregate-table-doubtful = Doubtful
field-aggregate-table-cells = Cells
field-aggregate-table-deleted = Reason withdrawn

entity-phrase = A center's own wording
field-phrase-name = Name
field-phrase-language = Language
field-phrase-words = Words
field-phrase-chosen-by = Chosen by
field-phrase-chosen-on = Chosen on
field-phrase-deleted = Withdrawn
