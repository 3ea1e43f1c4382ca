import { z } from 'zod'
import {
  checkbox,
  choice,
  id,
  line,
  optionalEmail,
  optionalLine,
  optionalPhone,
  wholeNumber,
} from '@/lib/values/fields'

/** Longest texts, in characters. */
export const longest = { name: 40, names: 600, role: 60, shift: 60 }

/** The quick row: one or many names in one line, read by `readNames`. */
export const newVolunteersSchema = z.object({
  names: line(longest.names),
  role: optionalLine(longest.role),
  shift: optionalLine(longest.shift),
})

export const volunteerSchema = z.object({
  id: id(),
  version: wholeNumber(1, 1_000_000_000),
  name: line(longest.name),
  role: optionalLine(longest.role),
  shift: optionalLine(longest.shift),
  leads: checkbox(),
  email: optionalEmail(),
  phone: optionalPhone(),
})

export const oneSchema = z.object({ id: id() })
/** `to` counts from 1. */
export const moveVolunteerSchema = z.object({ id: id(), to: wholeNumber(1, 500) })
/** Whether somebody will be there. */
export const answerSchema = z.object({ answer: choice(['yes', 'no']) })
