class Evil {
  Evil() { new File('pwned').createNewFile() }
  void finalize() { System.exit(1) }
}
new Evil()
