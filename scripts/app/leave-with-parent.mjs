// Loaded into the server before anything else: when the command that started it is gone, even by `kill -9`, nobody
// could stop the server any more, and it would keep the port.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
