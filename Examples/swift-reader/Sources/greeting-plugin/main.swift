import GreetingReader
import PluginHost

await PluginServer(GreetingReader()).run()
