import ContentHash
print("fingerprint")
