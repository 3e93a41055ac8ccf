### Places: where sealed bundles are left and found

place-kind-folder = USB or folder
place-kind-webdav = WebDAV server (Nextcloud and others)
place-kind-s3 = S3 storage
place-kind-sftp = SFTP server
place-fine = A test letter was left there and taken out again. It can be used.
progress-waiting-place = Waiting for the place to answer again
