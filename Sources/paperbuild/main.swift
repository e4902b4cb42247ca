print("paperbuild")
