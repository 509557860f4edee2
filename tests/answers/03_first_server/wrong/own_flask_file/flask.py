print("연습")
