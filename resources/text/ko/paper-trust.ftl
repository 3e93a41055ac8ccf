### 서명, 시점확인, 잠근 문서

paper-seal-intact = 서명한 뒤 한 글자도 바뀌지 않았습니다.
paper-seal-followed = 서명한 뒤 내용은 그대로이고, 다른 서명이나 시점확인만 덧붙었습니다.
paper-seal-replaced = 서명한 뒤에 내용이 더해지거나 바뀌었습니다. 보이는 내용이 서명한 것과 다를 수 있습니다. 이 파일을 믿지 마십시오.
paper-seal-partial = 서명이 파일의 일부만 감쌉니다. 나머지는 서명한 적이 없는 내용입니다. 이 파일을 믿지 마십시오.
paper-seal-changed = 서명한 뒤에 내용이 바뀌었습니다. 이 파일을 믿지 마십시오.
paper-stamp-intact = 이 시각에 이 내용 그대로 있었습니다.
paper-stamp-followed = 이 시각에 있던 내용 그대로이고, 그 뒤에 다른 서명이나 시점확인만 덧붙었습니다.
paper-stamp-replaced = 시점확인한 뒤에 내용이 더해지거나 바뀌었습니다. 이 파일을 믿지 마십시오.
paper-stamp-partial = 시점확인이 파일의 일부만 감쌉니다. 이 파일을 믿지 마십시오.
paper-stamp-changed = 시점확인한 뒤에 내용이 바뀌었습니다. 이 파일을 믿지 마십시오.

paper-proof-broken = 서명한 것과 같지 않은 파일입니다. 받은 곳에 다시 요청하고, 이 파일은 그대로 두십시오.
paper-proof-known = 여기서 발급한 문서 { $number } 그대로입니다.
paper-proof-void = 여기서 발급하였으나 취소한 문서 { $number }입니다.
paper-proof-unknown = 이 파일과 똑같은 문서를 여기서 발급한 적이 없습니다.
paper-proof-unsealed = 전자서명이 없습니다.
paper-proof-stranger = 누구의 인증서인지는 확인하지 못했습니다. 발급 기관의 인증서를 함께 골라 다시 확인하십시오.
paper-proof-waiting = 시점확인을 기다리는 문서입니다.

paper-terms-sealed = 센터의 인증서로 전자서명합니다. 나중에 한 글자라도 바뀌면 드러납니다.
paper-terms-by-hand = 전자서명 없이 발급합니다. 인쇄하여 직인을 찍습니다.
paper-terms-locked = 암호를 아는 사람만 열 수 있습니다(AES-256). 암호는 어디에도 남지 않으니 따로 전하십시오. 잊으면 다시 발급합니다.
paper-terms-no-archive = 잠근 문서는 장기 보존 형식(PDF/A)이 될 수 없어 그 표시를 하지 않습니다.
paper-terms-archive = 장기 보존 형식(PDF/A-2b)으로 표시합니다. 형식 검증기로 확인한 것은 아닙니다.
paper-terms-room = 시점확인을 받을 자리를 남깁니다. 요청 파일을 USB로 시점확인 기관에 가져가고, 받은 응답을 다시 가져옵니다.
paper-terms-pack = 묶음의 문서를 모두 한 번에, 이어지는 번호로 발급합니다. 하나라도 저장하지 못하면 아무것도 발급하지 않습니다.
paper-terms-pack-room = 시점확인을 받을 자리를 제출 목록에 남깁니다. 목록에 모든 파일의 해시가 있어 한 번의 확인으로 묶음 전체를 보입니다. 요청 파일은 USB로 시점확인 기관에 가져갑니다.
