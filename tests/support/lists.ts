import writeSheet, { type SheetData } from 'write-excel-file/node'

/** Guest lists as other places export them: heads as they write them, people invented. */
export const lists = {
  luma: `api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name
gst-1,林一诺,一诺,林,lin@example.com,+8613800138000,2026-11-01T10:00:00.000Z,approved,,Standard
gst-2,Ada Lindqvist,Ada,Lindqvist,ada@example.com,,2026-11-01T11:00:00.000Z,approved,,Standard
gst-3,Bo Nilsson,Bo,Nilsson,bo@example.com,,2026-11-01T12:00:00.000Z,pending_approval,,Standard
gst-4,Cy Young,Cy,Young,cy@example.com,,2026-11-01T12:00:00.000Z,declined,,Standard
`,
  eventbrite: `Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Order Status,Attendee Status
901,2026-11-01,Ada,Lindqvist,ada@example.com,1,Free,Completed,Attending
902,2026-11-01,一诺,林,lin@example.com,1,Free,Completed,Attending
903,2026-11-02,Bo,Nilsson,bo@example.com,1,Free,Refunded,Not Attending
`,
  meetup: `Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tEmail\tURL of Member Profile
Ada Lindqvist\tuser 1\t\t\tYes\t0\tNov 1\tada@example.com\thttps://example.com/1
Bo Nilsson\tuser 2\t\t\tNo\t0\tNov 1\tbo@example.com\thttps://example.com/2
`,
  pretix: `"Order code";"Order status";"Attendee name";"Attendee email";"Product"
"A1B2C";"paid";"Ada Lindqvist";"ada@example.com";"Ticket"
"A1B2D";"canceled";"Bo Nilsson";"bo@example.com";"Ticket"
`,
  hiEvents: `ID,First Name,Last Name,Email,Status,Ticket,Created At
1,Ada,Lindqvist,ada@example.com,ACTIVE,Free,2026-11-01
2,Bo,Nilsson,bo@example.com,CANCELLED,Free,2026-11-01
`,
  chinese: `姓名,手机号码,邮箱
林一诺,13800138000,
欧阳清越,,ouyang@example.com
`,
}

/** A workbook with these cells. */
export async function aWorkbook(rows: (string | number)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })))
  return new Uint8Array(await writeSheet(cells as SheetData).toBuffer())
}
