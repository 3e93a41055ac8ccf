## 두 번째 의견

progress-opinion = 다른 방식으로 다시 견주는 중

opinion-unproposed = 다른 방식은 같다고 보지만 여기서는 제안하지 않음
opinion-unlikely = 여기서는 이었지만 다른 방식은 같다고 보지 않음
opinion-why-weak = 여기서는 근거가 모자라 제안하지 않습니다.
