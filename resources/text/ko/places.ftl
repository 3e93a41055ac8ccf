### 보내는 곳: 봉인한 묶음을 두고 찾는 자리

place-kind-folder = USB·폴더
place-kind-webdav = WebDAV 서버(Nextcloud 등)
place-kind-s3 = S3 저장소
place-kind-sftp = SFTP 서버
place-fine = 시험 편지를 넣고 꺼내 보았습니다. 쓸 수 있습니다.
progress-waiting-place = 보내는 곳이 다시 대답하기를 기다리고 있습니다
