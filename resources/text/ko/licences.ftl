### 사용권: 이 프로그램이 무엇으로 이루어졌고 누구의 것인지

settings-licences = 사용권
licences-title = 이 프로그램의 사용권
licences-help = 이음은 아파치 사용권 2.0으로 공개된 프로그램입니다. 다른 분들이 만든 것들이 함께 들어 있으며, 아래에서 하나하나의 이름과 사용권, 글 전체를 보실 수 있습니다.
licences-qt = 창은 Qt와 Qt for Python으로 그립니다. LGPL 3판에 따라 고치지 않고 쓰며, 소스를 받는 곳과 직접 만든 Qt로 바꾸어 쓰는 방법을 글에 적었습니다.
licences-qt-open = Qt와 LGPL 안내 읽기
licences-qt-title = Qt와 LGPL
licences-parts-title = 함께 들어 있는 것
licences-search = 이름이나 사용권으로 찾기
licences-list = 들어 있는 것의 목록
licences-count = { $count }가지
licences-nothing-fits = 찾는 말이 든 것이 없습니다.
licences-folder = 사용권 글이 놓인 폴더: { $folder }
licences-bill = 구성 목록(CycloneDX): { $file }
licences-inside = { $name }에 들어 있음
licences-which = 글 고르기
licences-text-name = { $name }의 사용권 글
licences-kind-program = 이 프로그램
licences-kind-runtime = 파이썬
licences-kind-package = 파이썬 꾸러미
licences-kind-library = 라이브러리
licences-kind-crate = 러스트 라이브러리
licences-kind-qt = 창을 그리는 라이브러리
licences-kind-font = 글꼴
licences-kind-pictures = 아이콘
licences-kind-words = 낱말 목록
