# Names of settings. The ids come from the names in intake/settings.py.

setting-alone-at-screen = I am alone at this screen
setting-mailbox-kind = Mailbox
setting-mailbox-kind-none = None
setting-mailbox-kind-folder = Folder
setting-mailbox-place = Where the mailbox is
setting-bundle-suffix = Ending of bundle files
setting-duty-to-report = Ground of the duty to report
setting-duty-to-report-none = None
setting-duty-to-report-counseling-10 = Sexual Violence Counseling Center (Sexual Violence Prevention Act, art. 10)
setting-duty-to-report-article-34-2 = Another body (Act on Protection of Children and Youth against Sex Offences, art. 34 (2))
setting-duty-to-report-shelter-9 = A facility that protects, educates or treats minors (Sexual Violence Prevention Act, art. 9)
