### Places: where sealed bundles are left and found

place-kind-folder = USB or folder
place-kind-webdav = WebDAV server (Nextcloud and others)
place-kind-s3 = S3 storage
place-kind-sftp = SFTP server
place-fine = A test letter was left there and taken out again. It can be used.
progress-waiting-place = Waiting for the place to answer again

## The page in the settings

settings-places = Places to send
places-help = Where sealed bundles are left and found. Whoever keeps the place cannot see what is inside. With at least one place, Ieum sends and receives by itself from time to time.
places-none = None yet. Sending and receiving by USB is always possible.
place-add = Add a place
place-add-title = Add a place
place-change = Change
place-change-title = Change “{ $name }”
place-try = Test letter
place-remove = Remove
place-untried = not tried
place-tried = Test letter came back: { MOMENT($ms) }
place-stop-sending = Stop sending to { $to }
place-remove-title = Remove “{ $name }”
place-remove-body = Its address and account are removed from this computer. Bundles that lie there, and bundles that wait here, stay.
place-usual-title = Folder for sending and receiving by hand
place-usual-help = This folder is offered first when you send or receive by USB.
place-from-folder = Use this folder automatically too

## The sheet

place-kind = What kind of place
place-about-folder = A USB stick or a shared folder. Choose the folder, that is all.
place-about-webdav = A folder on a server such as Nextcloud, opened at an https:// address. Address and account come from your IT.
place-about-s3 = A store that speaks S3. Address, bucket and access key come from your IT.
place-about-sftp = A folder on a server reached by SSH. Address and files come from your IT.
place-ask-name = Name
place-ask-name-hint = A name people here will know. For example: center server
place-ask-folder-address = Folder
place-ask-webdav-address = Address
place-ask-webdav-address-hint = Begins with https://.
place-ask-s3-address = Address
place-ask-s3-address-hint = Begins with https://.
place-ask-s3-folder = Bucket
place-ask-sftp-address = Server
place-ask-sftp-address-hint = Name of the server, or name:port
place-ask-sftp-folder = Folder on it
place-ask-sftp-folder-hint = Empty: the first folder of the account.
place-ask-user = Account name
place-ask-s3-user = Access key
place-ask-secret = Password
place-ask-s3-secret = Secret key
place-ask-sftp-secret = Password, or passphrase of the key file
place-ask-known-hosts = File that knows the server (known_hosts)
place-ask-known-hosts-hint = From your IT. Nothing is sent to a server that is not in this file.
place-ask-key-file = Key file that opens the account
place-ask-key-file-hint = Empty where the account opens with a password.
place-ask-region = Region
place-ask-ca-file = File of the private authority
place-ask-ca-file-hint = Where the certificate is only known inside your organisation, choose the file (PEM) of the authority that made it.
place-ask-proxy = Proxy
place-ask-proxy-hint = Begins with http:// or https://. Empty where there is none.
place-ask-rate = Speed
place-ask-rate-hint = Can be slowed down so that the line of others stays fast.
place-rate-none = as fast as it goes
place-rate = up to { SIZE($size) } a second
place-secret-where = Kept on this computer only and never shown again.
place-kept-account = Kept. Type only to change it.
place-kept-secret = Kept
place-for-it = For IT
place-choose-file = Choose a file
place-keep = Keep and test
place-keeping = Writing it down
place-wrong-address = The address or folder was not found, or does not look like one. Please look again.
place-wrong-name = The name is too long or has letters that cannot be used. Please keep it within 60 letters.
place-wrong-folder = Please give the name of the bucket.
place-wrong-ca-file = The file of the private authority is not there. Please choose it again.
place-wrong-known-hosts = The file that knows the server is not there. Please choose it again.
place-wrong-key-file = The key file is not there. Please choose it again.
place-wrong-proxy = A proxy begins with http:// or https://.
place-kept-nothing = Nothing has been written down yet. What you typed is still in this sheet.
place-kept-before = What was written down before is as it was. What you typed is still in this sheet.
place-kept-without = Everything else was written down. Nothing was sent.

## The test letter

place-trial-title = Test letter · { $name }
place-trial-help = An empty letter is left there, read back and taken away. Nothing about a case leaves.
place-trying = Sending a test letter
place-try-again = Test again
place-trial-next = Whom to send to is decided on the page “Send and receive”. What leaves and what stays is shown there first.
place-trial-kept = What you filled in is kept. Nothing about a case has left.
place-trial-stopped = The test was stopped. What you filled in is kept, and nothing stays there.
place-strange-changed = Its key is not the one that was believed before. The server may have changed, or somebody may stand in between. Call the keeper of the server and compare these words and letters.
place-strange-unknown = No authority that this computer knows vouches for this server. Call the keeper of the server, compare these words and letters, and ask for the file of the private authority.
place-strange-words = Words that Ieum reads aloud
place-strange-digits = Fingerprint of the certificate’s key (SHA-256)
place-believe = Compared and the same: believe it
place-believe-help = If they differ, or you could not compare, just close this. Until then you can send by USB.
place-authority = Choose the authority’s file
place-unknown = This computer cannot tell whose server this is. Nothing was sent.
