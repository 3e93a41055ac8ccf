# Consents. Each purpose has a title, words to read out (spoken) and the five notice items.
# When wording changes, consent-version goes up; a consent keeps the version and the hash of its words.

consent-version = 2

consent-gate-title = Read out before we begin
consent-gate-intro = We ask about each point separately. You receive counselling and help whatever you answer.
consent-gate-withdraw = You can withdraw a consent at any time. From then on nothing more is sent, and those who received something are told.
consent-gate-secret = What you say is kept secret. If you are hurt or in danger now, or the law requires a report, we may have to tell others, and we will say so to you first.
consent-gate-anonymous = Without consent to record, counselling goes on anonymously: neither names nor content are kept.
consent-gate-under-14 = Below the age of 14 a legal guardian’s consent is asked as well. If there is a reason not to tell a guardian, please say so first.

consent-agreed = Agree
consent-refused = Do not agree
consent-later = Later

consent-label-receiver = Receiver
consent-label-purpose = Purpose
consent-label-items = Items
consent-label-keep = Kept for
consent-label-refuse = Right to refuse

consent-record-title = Recording and keeping
consent-record-spoken = May we write down what you tell us and keep it in this center’s locked vault? You may use another name, and you may ask us to delete it.
consent-record-receiver = This center only. It does not leave the center.
consent-record-purpose = To continue counselling and support without asking you the same things again
consent-record-items = The name you wish to be called by (any name), safe ways to reach you, age and sex, what is said in counselling, support given. No resident number and no full address.
consent-record-keep = Counselling records about sexual exploitation material of minors and about identity details: permanently; records requested by investigators: 10 years; others: 5 years. If you ask for destruction it is done at once, except for what the law requires to be kept.
consent-record-refuse = You may refuse. We then help anonymously without keeping the content, and may have to ask the same again next time.

consent-sensitive-title = Sensitive data
consent-sensitive-spoken = What you say about sexual harm and health is specially protected by law. May we write these down as well?
consent-sensitive-receiver = This center only. Before anything goes elsewhere you are asked separately below.
consent-sensitive-purpose = To give counselling, deletion, medical and legal support that fits the harm
consent-sensitive-items = Information on sexual life (the harm), information on health (state of body and mind, treatment)
consent-sensitive-keep = As for the counselling record (permanently, 10 or 5 years). If you ask for destruction it is done at once, except for what the law requires to be kept.
consent-sensitive-refuse = You may refuse. We then do not write these down, and support that fits the harm may be narrower.

consent-delete-title = Sharing for deletion support
consent-delete-spoken = To ask for posts to be removed we must send their addresses to the service operators and the review body. May we do so? Your name is not sent.
consent-delete-receiver = Operators of the services that carry the posts, search operators, the review body
consent-delete-purpose = To ask for removal, access blocking and checks for new uploads
consent-delete-items = Addresses of posts, search words, screens of the posts, video fingerprints (numbers, not the video). Name and contact are not sent.
consent-delete-keep = While the request is handled. Operators keep their record of it for 3 years as the law requires.
consent-delete-refuse = You may refuse. Counselling and other support stay the same; this center cannot then ask for removal. Sexual exploitation material of minors may be removed by law without a request.

consent-central-title = Sharing with the central center
consent-central-spoken = May we share this case with the central center, to find out whether the same person has harmed others and to respond together? Your name and contact are not sent.
consent-central-receiver = Central Digital Sexual Crime Victim Support Center
consent-central-purpose = To find other harm by the same person, to work on removal together, and to count the harm correctly
consent-central-items = Kind and time of the harm, age group and sex, accounts and numbers of the suspected perpetrator, what was noted of that person's method, threats and features, addresses of posts and removal work. Anything else said in counselling goes only if you also agreed to sensitive data. Name and contact are not sent. It is sealed, and only the central center can open it. Accounts and numbers are also used, veiled, for match-only together with the second body.
consent-central-keep = As long as this center keeps it. If you withdraw, we ask the central center to destroy it.
consent-central-refuse = You may refuse. Support by this center stays the same; links with harm elsewhere may remain unseen.

consent-center-title = Linking with another center
consent-center-spoken = If a case at another center turns out to be linked, may we tell the person in charge there that there is a link? Your name and contact are not told.
consent-center-receiver = The Regional Digital Sexual Crime Victim Support Center in charge of a case that was confirmed to be linked
consent-center-purpose = To support those harmed by the same person together, and to act together in investigation and trial
consent-center-items = That there is a link and why (same account, same number), case numbers, the centers in charge. Nothing that tells who you are.
consent-center-keep = While the link stands. If you withdraw, the link is undone and that center is told.
consent-center-refuse = You may refuse. Support by this center stays the same, and other centers are told nothing.

consent-match-title = Match-only
consent-match-spoken = Without sending any content, we can check whether another report names the same person. Two bodies each hold half of a key and check together; neither alone can know what was asked. May we? If something matches we will ask you again, and if you do not wish it, it ends there.
consent-match-receiver = Central Digital Sexual Crime Victim Support Center, and a second body that holds the other half of the key. To the second body go veiled values and how many there are, nothing else.
consent-match-purpose = To check whether another report names the same person, without sharing content. Where others have not reported or know other accounts nothing is found, so no match does not mean no other harm.
consent-match-items = Values made from the suspected perpetrator’s accounts and numbers that cannot be turned back, and the sealed contact of your counselor. Neither your name nor what happened leaves. The central center learns when this center left how many, whether some are equal and whether equal ones are of one person, and sees the counselor’s contact only where those of two people are equal. The limit: both bodies together, breaking the rules, could find out those accounts and numbers by trying one by one, and could test whether somebody whose name and date of birth they guess left them. What you told us they could not know even then.
consent-match-keep = Until you withdraw. You may withdraw at any time and are not asked for a reason. The central center then deletes the values and compares no more. The key changes every year; last year’s values are kept until the end of the next year at most.
consent-match-refuse = You may refuse. Support by this center stays the same, and nothing is compared. If you agreed to sharing with the central center, comparing is part of that.

consent-stats-title = De-identified statistics
consent-stats-spoken = May we use numbers in statistics that do not show who you are? Neither names nor your words are used.
consent-stats-receiver = The central center and the ministry that collect statistics. Small numbers are hidden before publication.
consent-stats-purpose = To make the harm known and to improve support
consent-stats-items = Age group, sex, kind of harm, kinds and number of support given. Neither names nor your words.
consent-stats-keep = Without a term, since a statistic is no longer connected with a case.
consent-stats-refuse = You may refuse. You are left out of statistical data and may only be one in the total number that the law requires to be reported.

# Asked when they are needed, each receiver on its own line

consent-court-title = Submission to the court
consent-court-spoken = So that the judge can see how great the harm is, may we submit papers about the support you received to the court? They use a pseudonym. What is submitted can also be read by the defendant's side.
consent-court-receiver = The court in this case, through the prosecutor or the victim's lawyer. The defendant and the defence can read it too.
consent-court-purpose = To tell the trial how great the harm and the support are (Criminal Procedure Act art. 294-2; Criminal Procedure Rules arts. 134-10 to 134-12)
consent-court-items = A pseudonym, the age group, kinds and times of harm, numbers and dates of deletion and counselling support, a written opinion. No address, school, telephone number or words from counselling.
consent-court-keep = As long as court records are kept. Once submitted, it may not be possible to take it out of the court's record.
consent-court-refuse = You may refuse. Support stays the same, and this case is left out of the figures and papers for the court.

consent-police-title = Provision to investigators
consent-police-spoken = To help with a report or an investigation, may we give this record to the police or the prosecution? We first look together at what is given.
consent-police-receiver = The police station or prosecution office named below
consent-police-purpose = To support a report or complaint, the investigation, and requests to remove or block posts
consent-police-items = Only what was looked at together: addresses of posts, the list of evidence with hash values, accounts and numbers of the suspected person, a statement
consent-police-keep = Until investigation and trial end, afterwards by the rules of the investigating authority
consent-police-refuse = You may refuse. Counselling and deletion support stay the same. Where the law demands a report, we tell you first.

consent-lawyer-title = Provision to a lawyer
consent-lawyer-spoken = So that a lawyer can help, may we give this record to that lawyer?
consent-lawyer-receiver = The lawyer or legal aid body named below
consent-lawyer-purpose = To receive legal support: complaint, statement of opinion, damages
consent-lawyer-items = The name we use and how to reach you, a summary of the harm, the list of evidence, the deletion support
consent-lawyer-keep = While the lawyer acts in the case, afterwards by the lawyer's duty to keep files
consent-lawyer-refuse = You may refuse. Other support stays the same; you may have to tell the lawyer yourself again.

consent-medical-title = Provision to a medical or psychological body
consent-medical-spoken = So that a hospital or a psychological counselling center can help, may we give them what they need to know?
consent-medical-receiver = The hospital or psychological body named below
consent-medical-purpose = To receive treatment and psychological counselling, and to have its cost covered
consent-medical-items = The name we use and how to reach you, a summary of why help is needed, what concerns safety. No recordings and no addresses of posts.
consent-medical-keep = As long as that body keeps treatment records
consent-medical-refuse = You may refuse. Other support stays the same; you may have to tell that body yourself again.
