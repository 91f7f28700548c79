// Serves Slack's Web API on a free port of loopback until its input ends, and says where, and what the channel and the person are called.
import { createEmulator } from 'emulate'

const slack = await createEmulator({
  service: 'slack',
  port: 0,
  seed: {
    slack: {
      team: { name: 'Teachers', domain: 'teachers' },
      users: [{ name: 'ana', real_name: 'Ana', email: 'ana@teachers.example' }],
      channels: [{ name: 'tuesday-talk' }],
    },
  },
})

const asked = async (method) => {
  const answer = await fetch(`${slack.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-parley' },
  })
  return answer.json()
}

const { channels } = await asked('conversations.list')
const { members } = await asked('users.list')
console.log(
  JSON.stringify({
    url: slack.url,
    channel: channels.find((one) => one.name === 'tuesday-talk').id,
    person: members.find((one) => one.name === 'ana').id,
  }),
)

process.stdin.resume()
process.stdin.on('end', () => slack.close().then(() => process.exit(0)))
