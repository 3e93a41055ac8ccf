## USB로 주고받기

stick-both-ways = USB로 주고받기
stick-title = USB 꽂기
stick-hint = USB를 꽂고 고르십시오. 받을 것과 보낼 것을 한 번에 주고받습니다.
stick-none = 꽂힌 USB가 없습니다. 꽂으면 여기에 나타납니다.
stick-other = 다른 폴더 고르기
stick-mailbox = 우편함 폴더
stick-line = { $name } · 남은 공간 { SIZE($free) } / 전체 { SIZE($total) }
stick-picked = 고른 폴더: { $place }
stick-not-offered = 여기에 쓸 수 없는 드라이브
stick-refused = { $name } · { $why }
stick-own-disk = 이 컴퓨터의 디스크
stick-why = { $why ->
    [system] 이 컴퓨터가 여기에서 켜져 있습니다
    [network] 네트워크 드라이브입니다. 관리 › 보내는 곳에서 더하십시오
    [optical] 디스크(CD·DVD)에는 쓸 수 없습니다
   *[locked] 쓰기가 막혀 있습니다. 쓰기 방지를 풀고 다시 꽂으십시오
    }

stick-what = 주고받을 것
stick-what-hint = 아직 아무것도 옮기지 않았습니다. 보고 나서 시작합니다.
stick-looking = USB를 살펴보고 있습니다
stick-fresh = 우리에게 온 새 묶음 { $count }개 · { SIZE($size) }
stick-nothing-came = 우리에게 온 새 묶음이 없습니다.
stick-had = 전에 받은 묶음 { $count }개는 다시 받지 않습니다.
stick-strangers = 우편함 폴더에 다른 파일이나 폴더가 { $count }개 있습니다. 건드리지 않고 그대로 둡니다.
stick-goes = 보낼 것
stick-new = 이 USB로 처음 보냅니다. 받는 곳을 고르면 무엇이 나가고 무엇이 남는지 보입니다.
stick-known = { MOMENT($ms) }에도 쓴 USB입니다. 그때 고른 받는 곳이 골라져 있습니다.
stick-only-in = 받는 곳을 고르지 않으면 받기만 합니다.
stick-waiting = 전에 봉인하고 인수 확인을 못 받은 묶음 { $count }개도 이 USB에 놓습니다.
stick-go = 주고받기
stick-go-in = 받기만 하기

stick-carry = 옮기고 확인하기
stick-carry-hint = 받은 것은 서명과 받는 이를 확인하고, 놓은 것은 USB에서 다시 읽어 견줍니다. 취소하면 이번에 놓은 것은 USB에 남지 않습니다.
stick-do-not-pull = ‘{ $place }’ USB를 아직 빼지 마십시오.
stick-carrying = 주고받고 있습니다
stick-carried = 다 옮기고 확인했습니다.
stick-again = 이어서 하기
stick-stop-here = 여기까지 하고 빼기
stick-cancelled = 취소했습니다. 이번에 놓은 것은 USB에 남지 않습니다. 확인을 마친 받은 묶음은 이 컴퓨터에 있습니다.
stick-away = ‘{ $place }’ USB가 빠졌거나 읽히지 않습니다. 잃은 것은 없습니다.
stick-pulled = USB를 다시 꽂고 ‘이어서 하기’를 누르십시오. 다 옮긴 것은 다시 옮기지 않고, 반쯤 옮긴 것은 아무에게도 보이지 않습니다.

stick-result = 오간 것
stick-nothing-done = 주고받기를 마치지 않았습니다. USB에 있는 것은 아직 확인되지 않았습니다.
stick-left = USB에 놓은 묶음 { $count }개
stick-left-facts = { $name } · { SIZE($size) }
stick-read-back = USB에서 다시 읽어 봉인한 그대로임을 확인했습니다.
stick-there-before = 이미 USB에 있었습니다. 다시 읽어 그대로임을 확인했습니다.
stick-held = 묶음 { $count }개는 그사이 동의가 거두어져 놓지 않았습니다.
stick-slip-hint = 쪽지에는 묶음 번호만 있고 사건 내용은 없습니다. USB와 함께 전하십시오.
stick-slip-print = 쪽지 인쇄
stick-slip-save = 쪽지 저장

stick-out = 안전하게 빼기
stick-out-hint = ‘빼도 됩니다’가 나온 뒤에 빼십시오. 마치면 화면이 잠깁니다.
stick-letting-go = 남은 것을 마저 쓰고 있습니다. 아직 빼지 마십시오.
stick-out-again = 다시 빼기
stick-out-now = 이제 ‘{ $place }’ USB를 빼도 됩니다.
stick-out-now-how = 다 쓰였고, 이 컴퓨터는 이 USB를 더 쓰지 않습니다.
stick-out-stays = 빼낼 것이 없습니다.
stick-out-stays-how = ‘{ $place }’ 폴더는 이 컴퓨터나 네트워크의 디스크에 있습니다.
stick-out-busy = 아직 빼지 마십시오. 다른 프로그램이 ‘{ $place }’ USB를 쓰고 있습니다.
stick-out-busy-how = 그 USB의 파일이나 폴더가 열린 창을 닫고 ‘다시 빼기’를 누르십시오. 옮긴 것은 모두 USB에 쓰였습니다.
stick-out-hand = 아직 빼지 마십시오. 이 컴퓨터에서는 프로그램이 USB를 놓아줄 수 없습니다.
stick-out-hand-how = { $system ->
    [windows] 화면 오른쪽 아래의 ‘하드웨어 안전하게 제거’ 아이콘을 누르고 ‘{ $place }’ 항목을 고르십시오. 빠지면 여기에 나옵니다.
    [mac] Finder에서 ‘{ $place }’ 옆의 추출(⏏) 아이콘을 누르십시오. 빠지면 여기에 나옵니다.
   *[linux] 파일 관리자에서 ‘{ $place }’ 옆의 꺼내기(⏏) 아이콘을 누르십시오. 빠지면 여기에 나옵니다.
    }
