# 설정의 이름. id는 intake/settings.py의 이름에서 옵니다.

setting-alone-at-screen = 화면을 혼자 봅니다
setting-mailbox-kind = 우편함
setting-mailbox-kind-none = 쓰지 않음
setting-mailbox-kind-folder = 폴더
setting-mailbox-place = 우편함 위치
setting-bundle-suffix = 묶음 파일의 끝말
setting-duty-to-report = 신고의무의 근거
setting-duty-to-report-none = 없음
setting-duty-to-report-counseling-10 = 성폭력피해상담소(성폭력방지법 10조)
setting-duty-to-report-article-34-2 = 그 밖의 기관(청소년성보호법 34조 2항)
setting-duty-to-report-shelter-9 = 미성년자를 보호·교육·치료하는 시설(성폭력방지법 9조)
